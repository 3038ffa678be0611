import type { Editor } from '@/lib/accounts/policy';
import { freeSlug } from '@/lib/agreements/slug';
import { TAGS } from '@/lib/platform/cache/tags';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Issue, Result } from '@/lib/platform/errors';
import { isSameJson } from '@/lib/platform/json';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { slugText } from '@/lib/platform/text/slug-text';
import type { SourceContent } from './schema';
import { countCitingCells, listSourceRows, SOURCE } from './sources';

/**
 * Adds the record of a source. Its key is made of title and year.
 * Reasons: `invalid` (`named_elsewhere`: another record is cited by the same words or link).
 */
export const addSource = ({ editor, content }: { editor: Editor; content: SourceContent }) =>
  change(editor, async (context): Promise<Result<{ key: string }>> => {
    const taken = (await context.tx.source.findMany({ select: { key: true } })).map(({ key }) => key);
    const wanted = slugText([content.title, content.year].filter((part) => part !== null).join(' '));
    const key = freeSlug(wanted || 'source', new Set(taken));
    await demandOwnNames(key, content, context.tx);
    await context.tx.source.create({ data: { key, ...content }, select: { key: true } });
    return record({ action: 'source.added', key, content, editor }, context);
  });

/**
 * Changes the record of a source; its key stays.
 * Reasons: `not_found`, `stale` (another editor has changed it since), `invalid` as adding does.
 */
export const changeSource = ({ editor, key, version, content }: Changing) =>
  change(editor, async (context): Promise<Result<{ key: string }>> => {
    const { tx } = context;
    const row = await tx.source.findUnique({ where: { key }, select: { ...SOURCE, version: true } });
    if (!row) return failure('not_found');
    if (row.version !== version) return failure('stale');
    const { key: _, version: __, ...before } = row;
    if (isSameJson(before, content)) return { ok: true, key };
    await demandOwnNames(key, content, tx);
    await tx.source.update({ where: { key }, data: { ...content, version: { increment: 1 } }, select: { key: true } });
    return record({ action: 'source.changed', key, content, editor }, context);
  });

type Changing = { editor: Editor; key: string; version: number; content: SourceContent };

/**
 * Deletes a record on which nothing rests.
 * Reasons: `not_found`, `source_in_use` (cells of the dataset name it, retired agreements included).
 */
export const deleteSource = ({ editor, key }: { editor: Editor; key: string }) =>
  change(editor, async (context): Promise<Result<{ key: string }>> => {
    const { tx } = context;
    const row = await tx.source.findUnique({ where: { key }, select: SOURCE });
    if (!row) return failure('not_found');
    if (((await countCitingCells([row], tx)).get(key) ?? 0) > 0) return failure('source_in_use');
    await tx.source.delete({ where: { key }, select: { key: true } });
    return record({ action: 'source.deleted', key, content: null, editor }, context);
  });

/** One change of sources after the other: two of them could take the same key or words. */
const change = (editor: Editor, work: (context: MutationContext) => Promise<Result<{ key: string }>>) =>
  mutation({ actor: editor }, async (context) => {
    await context.tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('sources'))`);
    return work(context);
  });

/** Fails if another record is cited by one of these words or links: each text has to lead to one of them. */
async function demandOwnNames(key: string, content: SourceContent, tx: Tx): Promise<void> {
  const others = (await listSourceRows(tx)).filter((row) => row.key !== key);
  const linksOf = ({ link, archivedLink }: Pick<SourceContent, 'link' | 'archivedLink'>) =>
    [link, archivedLink].flatMap((address) => address?.replace(/\/$/, '') ?? []);
  const words = new Set(others.flatMap(({ citedAs }) => citedAs));
  const links = new Set(others.flatMap(linksOf));
  const isTaken = (address: string | null) => address !== null && links.has(address.replace(/\/$/, ''));
  const issues: Issue[] = [
    ...(content.citedAs.some((name) => words.has(name)) ? [{ path: 'citedAs', code: 'named_elsewhere' }] : []),
    ...(isTaken(content.link) ? [{ path: 'link', code: 'named_elsewhere' }] : []),
    ...(isTaken(content.archivedLink) ? [{ path: 'archivedLink', code: 'named_elsewhere' }] : []),
  ];
  if (issues.length > 0) throw new DomainError(failure('invalid', issues));
}

type Recorded = { action: string; key: string; content: SourceContent | null; editor: Editor };

/** History, audit event, and every page that shows a source. */
async function record(
  { action, key, content, editor }: Recorded,
  { tx, audit, invalidate }: MutationContext,
): Promise<Result<{ key: string }>> {
  const data = { sourceKey: key, content: content ?? Prisma.DbNull, userId: editor.userId };
  await tx.sourceVersion.create({ data, select: { id: true } });
  await audit({ action, subject: { kind: 'source', id: key } });
  invalidate(TAGS.sources, TAGS.dataset);
  return { ok: true, key };
}
