import type { Actor } from '@/lib/accounts/policy';
import { can } from '@/lib/accounts/policy';
import { issuesOf } from '@/lib/contributions/schema';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { DomainError, failure } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { mutation } from '@/lib/platform/mutation';
import type { SnippetInput } from './snippet-schema';
import { snippetInput } from './snippet-schema';

/**
 * Adds words that editors can use as reasons. Fails with `forbidden`, or `invalid` with an issue per field
 * (`title_taken` if another one has this title).
 */
export async function addSnippet(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  return write(actor, input, async (snippet, context) => {
    const { tx } = context;
    const [row] = await tx.snippet.createManyAndReturn({ data: [snippet], skipDuplicates: true, select: { id: true } });
    if (!row) throw titleTaken();
    await tell('snippet.added', row.id, context);
    return { ok: true, id: row.id };
  });
}

/** Changes one. Fails with `forbidden`, `not_found`, or `invalid` as adding does. */
export async function changeSnippet(actor: Actor, id: string, input: unknown): Promise<Result<{ id: string }>> {
  return write(actor, input, async (snippet, context) => {
    const { tx } = context;
    // Asked first for the sentence's sake; the unique index has the last word.
    if ((await tx.snippet.count({ where: { title: snippet.title, id: { not: id } } })) > 0) throw titleTaken();
    const { count } = await tx.snippet.updateMany({ where: { id }, data: snippet });
    if (count === 0) throw new DomainError(failure('not_found'));
    await tell('snippet.changed', id, context);
    return { ok: true, id };
  });
}

/** Deletes one: reasons that were written with it stay as they are. Fails with `forbidden`, `not_found`. */
export async function deleteSnippet(actor: Actor, id: string): Promise<Result> {
  if (!can(actor, 'snippet.manage')) return failure('forbidden');
  return mutation({ actor }, async (context) => {
    const { tx } = context;
    const { count } = await tx.snippet.deleteMany({ where: { id } });
    if (count === 0) return failure('not_found');
    await tell('snippet.deleted', id, context);
    return { ok: true };
  });
}

type Written = Result<{ id: string }>;

async function write(
  actor: Actor,
  input: unknown,
  store: (snippet: SnippetInput, context: MutationContext) => Promise<Written>,
): Promise<Written> {
  if (!can(actor, 'snippet.manage')) return failure('forbidden');
  const parsed = snippetInput.safeParse(input);
  if (!parsed.success) return failure('invalid', issuesOf(parsed.error));
  return mutation({ actor }, (context) => store(parsed.data, context));
}

const titleTaken = () => new DomainError(failure('invalid', [{ path: 'title', code: 'title_taken' }]));

const tell = (action: string, id: string, { audit }: MutationContext) =>
  audit({ action, subject: { kind: 'snippet', id } });

export type Snippet = { id: string; title: string; text: string };

/** All of them by title: there are a few dozen at most. */
export async function listSnippets(): Promise<Snippet[]> {
  return db.snippet.findMany({
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, text: true },
  });
}
