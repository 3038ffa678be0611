import { randomUUID } from 'node:crypto';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError } from '@/lib/platform/errors';
import type { CellContent } from './schema';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { freeSlug, slugOf } from './slug';

export type CellWrite = {
  key: string;
  /** Null removes the cell. Only a revert does that, where nothing was known before. */
  content: CellContent | null;
  /** The cell's version that the writer saw; 0 if there was no cell. */
  seenVersion: number;
  /**
   * For a revert: the revision whose content it brings back and which stays credited. `decidedAt` is null if no editor
   * had decided on it.
   */
  origin?: { revisionId: string; decidedAt: Date | null };
};

export type RevisionInput = {
  agreementId: string;
  kind: 'import' | 'decision' | 'revert' | 'retirement' | 'reinstatement';
  summary: string;
  /** Why, for everybody to read; needed for all but imports and decisions. */
  reason?: string;
  userId: string | null;
  /** The second editor, where a rule asked for one. */
  secondedById?: string | null;
  /** The revision that a revert takes back. */
  revertsId?: string;
  contributionId: string | null;
  cells: CellWrite[];
  /** Further contributions that proposed the same value for a cell. */
  credits?: { key: string; contributionId: string }[];
  at: Date;
};

export type LockedAgreement = { slug: string; name: string; retired: boolean };

/**
 * Locks these agreements for the rest of the transaction, always in the same order, so that decisions on the same
 * agreement follow each other and can't deadlock. Decisions on other agreements run at the same time. Returns their
 * names.
 */
export async function lockAgreements(agreementIds: string[], tx: Tx): Promise<Map<string, LockedAgreement>> {
  if (agreementIds.length === 0) return new Map();
  const ids = [...new Set(agreementIds)].sort();
  // NO KEY: a submission that refers to the agreement does not have to wait.
  const rows = await tx.$queryRaw<(LockedAgreement & { id: string })[]>(
    Prisma.sql`SELECT id, slug, name, retired_at IS NOT NULL AS retired FROM agreements WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
  );
  return new Map(rows.map(({ id, ...agreement }) => [id, agreement]));
}

/**
 * Writes cells as one new revision: the agreement's version grows by one, each cell gets that version, history gets
 * before and after. Returns the revision's id and version. Throws DomainError `stale` if a cell has another version than
 * the writer saw.
 */
export async function writeRevision(input: RevisionInput, tx: Tx): Promise<{ revisionId: string; version: number }> {
  const revisionId = randomUUID();
  const cells = input.cells.map(({ key, content, seenVersion, origin }) => ({
    key,
    criterion_key: isFactKey(key) ? null : key,
    gone: content === null,
    value: content?.value,
    note: content?.note,
    source: content?.source,
    as_of: content?.asOf ?? null,
    seen: seenVersion,
    origin_id: origin?.revisionId,
    decided_at: decidedAtOf(origin, input),
  }));
  const title = (field: string) => input.cells.find((cell) => cell.key === field)?.content?.value ?? null;
  // One statement: every part sees the same state, and a cell that was changed since is missing from `written`.
  const [row] = await tx.$queryRaw<{ version: number; written: number }[]>(Prisma.sql`
    WITH input AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
        AS x(key text, criterion_key text, gone boolean, value jsonb, note text, source text, as_of text, seen int, origin_id uuid, decided_at timestamptz)
    ), bumped AS (
      UPDATE agreements SET version = version + 1, updated_at = ${input.at},
        name = coalesce(${title('name')}::text, name), short_name = coalesce(${title('shortName')}::text, short_name)
      WHERE id = ${input.agreementId}::uuid RETURNING id, version
    ), revision AS (
      INSERT INTO revisions (id, agreement_id, version, kind, summary, reason, user_id, seconded_by_id, reverts_id, contribution_id, created_at)
      SELECT ${revisionId}::uuid, id, version, ${input.kind}::revision_kind, ${input.summary}, ${input.reason ?? null}, ${input.userId},
        ${input.secondedById ?? null}, ${input.revertsId ?? null}::uuid, ${input.contributionId}::uuid, ${input.at} FROM bumped RETURNING id, agreement_id, version
    ), fresh AS (
      SELECT input.*, c.key IS NOT NULL AS existed,
        jsonb_build_object('value', c.value, 'note', c.note, 'source', c.source) || ${dated(Prisma.sql`c.as_of`)} AS before
      FROM input LEFT JOIN cells c ON c.agreement_id = ${input.agreementId}::uuid AND c.key = input.key
      WHERE coalesce(c.version, 0) = input.seen
    ), written AS (
      INSERT INTO cells (agreement_id, key, kind, criterion_key, value, note, source, as_of, version, decided_at, revision_id)
      SELECT r.agreement_id, f.key, (CASE WHEN f.criterion_key IS NULL THEN 'fact' ELSE 'assessment' END)::cell_kind,
        f.criterion_key, coalesce(f.value, 'null'::jsonb), f.note, f.source, f.as_of, r.version, f.decided_at, coalesce(f.origin_id, r.id)
      FROM fresh f CROSS JOIN revision r WHERE NOT f.gone
      ON CONFLICT (agreement_id, key) DO UPDATE SET value = excluded.value, note = excluded.note, source = excluded.source,
        as_of = excluded.as_of, version = excluded.version, decided_at = excluded.decided_at, revision_id = excluded.revision_id
      RETURNING key
    ), removed AS (
      DELETE FROM cells c USING fresh f WHERE f.gone AND f.existed AND c.agreement_id = ${input.agreementId}::uuid AND c.key = f.key RETURNING c.key
    ), history AS (
      INSERT INTO revision_cells (revision_id, key, before, after)
      SELECT r.id, f.key, CASE WHEN f.existed THEN f.before END,
        CASE WHEN NOT f.gone THEN jsonb_build_object('value', f.value, 'note', f.note, 'source', f.source) || ${dated(Prisma.sql`f.as_of`)} END
      FROM fresh f CROSS JOIN revision r
    )
    SELECT (SELECT version FROM revision) AS version, ((SELECT count(*) FROM written) + (SELECT count(*) FROM removed))::int AS written`);
  if (!row || row.written !== input.cells.length) throw new DomainError(failure('stale'));
  if (input.credits?.length) {
    await tx.revisionCredit.createMany({
      data: input.credits.map((credit) => ({ revisionId, ...credit })),
      skipDuplicates: true,
    });
  }
  return { revisionId, version: row.version };
}

/** An import decides nothing. A revert keeps the date of the decision whose content it brings back. */
const decidedAtOf = (origin: CellWrite['origin'], { kind, at }: RevisionInput): Date | null =>
  origin ? origin.decidedAt : kind === 'import' ? null : at;

/** History stores the date of a value, if it has one, so that a revert can bring it back. */
const dated = (column: Prisma.Sql) =>
  Prisma.sql`CASE WHEN ${column} IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('asOf', ${column}) END`;

/**
 * Makes an empty agreement (version 0; its cells follow as revision 1) and returns its id and slug, which is made of
 * its names.
 */
export async function createAgreement(
  { name, shortName, slug }: { name: string; shortName: string; slug?: string },
  tx: Tx,
) {
  const wanted = slug ?? slugOf(shortName.length <= 60 ? shortName : name);
  // Names of new agreements are decided one at a time: two editors creating the same one get two slugs, not a failure.
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('agreements.slug'))`);
  const rows = await tx.agreement.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
  const free = freeSlug(wanted, new Set(rows.map((row) => row.slug)));
  return tx.agreement.create({ data: { slug: free, name, shortName }, select: { id: true, slug: true } });
}
