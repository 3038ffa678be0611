import { randomUUID } from 'node:crypto';
import { Prisma } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import { failure, Refusal } from '@/lib/errors';
import type { CellContent } from './schema';
import { isFactField } from './schema';
import { freeSlug, slugOf } from './slug';

export type CellWrite = { key: string; content: CellContent; asOf?: string | null; /** The cell's version its writer saw; 0 where it had none. */ seenVersion: number };

export type RevisionInput = {
  agreementId: string;
  kind: 'import' | 'decision' | 'revert';
  summary: string;
  userId: string | null;
  contributionId: string | null;
  cells: CellWrite[];
  /** Further contributions that proposed the same value for a cell. */
  credits?: { key: string; contributionId: string }[];
  at: Date;
};

/**
 * Holds these agreements for the rest of the transaction, in one order everywhere, so that decisions on the same
 * agreement follow each other and can't deadlock. Decisions on other agreements go on side by side. Returns their slugs.
 */
export async function lockAgreements(agreementIds: string[], tx: Tx): Promise<Map<string, { slug: string }>> {
  if (agreementIds.length === 0) return new Map();
  const ids = [...new Set(agreementIds)].sort();
  // NO KEY: a submission that refers to the agreement meanwhile need not wait.
  const rows = await tx.$queryRaw<{ id: string; slug: string }[]>(
    Prisma.sql`SELECT id, slug FROM agreements WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
  );
  return new Map(rows.map(({ id, slug }) => [id, { slug }]));
}

/**
 * Writes cells as one new revision: the agreement's version grows by one, each cell gets it, history gets before and after.
 * Returns the revision's id and version. Throws Refusal `stale` when any cell is no longer at the version its writer saw.
 */
export async function writeRevision(input: RevisionInput, tx: Tx): Promise<{ revisionId: string; version: number }> {
  const revisionId = randomUUID();
  const cells = input.cells.map(({ key, content, asOf, seenVersion }) => ({
    key,
    criterion_key: isFactField(key) ? null : key,
    value: content.value,
    note: content.note,
    source: content.source,
    as_of: asOf ?? null,
    seen: seenVersion,
  }));
  const title = (field: string) => input.cells.find((cell) => cell.key === field)?.content.value ?? null;
  // One statement: every part sees the same state, and a cell that moved since is missing from `written`.
  const [row] = await tx.$queryRaw<{ version: number; written: number }[]>(Prisma.sql`
    WITH input AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
        AS x(key text, criterion_key text, value jsonb, note text, source text, as_of text, seen int)
    ), bumped AS (
      UPDATE agreements SET version = version + 1, updated_at = ${input.at},
        name = coalesce(${title('name')}::text, name), short_name = coalesce(${title('shortName')}::text, short_name)
      WHERE id = ${input.agreementId}::uuid RETURNING id, version
    ), revision AS (
      INSERT INTO revisions (id, agreement_id, version, kind, summary, user_id, contribution_id, created_at)
      SELECT ${revisionId}::uuid, id, version, ${input.kind}::revision_kind, ${input.summary}, ${input.userId},
        ${input.contributionId}::uuid, ${input.at} FROM bumped RETURNING id, agreement_id, version
    ), fresh AS (
      SELECT input.*, c.key IS NOT NULL AS existed,
        jsonb_build_object('value', c.value, 'note', c.note, 'source', c.source) AS before
      FROM input LEFT JOIN cells c ON c.agreement_id = ${input.agreementId}::uuid AND c.key = input.key
      WHERE coalesce(c.version, 0) = input.seen
    ), written AS (
      INSERT INTO cells (agreement_id, key, kind, criterion_key, value, note, source, as_of, version, decided_at, revision_id)
      SELECT r.agreement_id, f.key, (CASE WHEN f.criterion_key IS NULL THEN 'fact' ELSE 'assessment' END)::cell_kind,
        f.criterion_key, f.value, f.note, f.source, f.as_of, r.version, ${input.at}, r.id
      FROM fresh f CROSS JOIN revision r
      ON CONFLICT (agreement_id, key) DO UPDATE SET value = excluded.value, note = excluded.note, source = excluded.source,
        as_of = excluded.as_of, version = excluded.version, decided_at = excluded.decided_at, revision_id = excluded.revision_id
      RETURNING key
    ), history AS (
      INSERT INTO revision_cells (revision_id, key, before, after)
      SELECT r.id, f.key, CASE WHEN f.existed THEN f.before END,
        jsonb_build_object('value', f.value, 'note', f.note, 'source', f.source)
      FROM fresh f CROSS JOIN revision r
    )
    SELECT (SELECT version FROM revision) AS version, (SELECT count(*) FROM written)::int AS written`);
  if (!row || row.written !== input.cells.length) throw new Refusal(failure('stale'));
  if (input.credits?.length) {
    await tx.revisionCredit.createMany({ data: input.credits.map((credit) => ({ revisionId, ...credit })), skipDuplicates: true });
  }
  return { revisionId, version: row.version };
}

/** Makes an empty agreement (version 0; its cells follow as revision 1) and returns its id and slug, which is made of its names. */
export async function createAgreement({ name, shortName, slug }: { name: string; shortName: string; slug?: string }, tx: Tx) {
  const wanted = slug ?? slugOf(shortName.length <= 60 ? shortName : name);
  // Names of new agreements are decided one at a time: two editors creating the same one get two slugs, not a failure.
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('agreements.slug'))`);
  const rows = await tx.agreement.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
  const free = freeSlug(wanted, new Set(rows.map((row) => row.slug)));
  return tx.agreement.create({ data: { slug: free, name, shortName }, select: { id: true, slug: true } });
}
