import { cellId } from '@/lib/agreements/cells';
import { isContributionSource } from '@/lib/agreements/sources/citations';
import type { SourceKind } from '@/lib/agreements/sources/schema';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { publicSureness } from './sureness-schema';
import type { PublicSureness } from './sureness-schema';

type Confirmation = { confirmations: number; confirmedAt: Date };

/**
 * By cell: how many contributions said independently what it holds today and were accepted, and when the last of them
 * was decided on. Contributions under one affiliation count once, all that show none count as one together, and editors'
 * own proposals do not count, although a decision on one verifies the cell.
 */
export async function readConfirmations(agreementIds: string[], tx: Tx): Promise<Map<string, Confirmation>> {
  const rows = await tx.$queryRaw<(Confirmation & { agreementId: string; key: string })[]>(Prisma.sql`
    SELECT c.agreement_id AS "agreementId", c.key, max(d.decided_at) AS "confirmedAt",
      count(DISTINCT coalesce(lower(trim(k.public_affiliation)), '')) FILTER (WHERE k.author_id IS NULL)::int AS confirmations
    FROM proposed_changes p
    JOIN cells c ON c.agreement_id = p.agreement_id AND c.key = p.key AND c.value = p.value
    JOIN contributions k ON k.id = p.contribution_id
    JOIN decisions d ON d.change_id = p.id
    WHERE p.status IN ('accepted', 'amended') AND p.agreement_id = ANY(${agreementIds}::uuid[])
    GROUP BY c.agreement_id, c.key`);
  return new Map(rows.map(({ agreementId, key, ...row }) => [cellId(agreementId, key), row]));
}

type Known = {
  cell: { value: unknown; source: string | null; asOf: string | null; decidedAt: Date | null; sureness: unknown };
  recordKind: SourceKind | null;
  /** Of the revision that the cell came with; absent for an import. */
  revision: { kind: string; secondedById: string | null } | undefined;
  confirmation: Confirmation | undefined;
};

/**
 * How sure a value is; null for what was not assessed. A cell from a download has what the download said of it, and what
 * was decided here since.
 */
export function surenessOf({ cell, recordKind, revision, confirmation }: Known): PublicSureness | null {
  if (cell.value === 'not_assessed') return null;
  const isImported = revision === undefined || revision.kind === 'import';
  const before = isImported ? publicSureness.safeParse(cell.sureness).data : undefined;
  const decidedBy = !isImported
    ? revision.secondedById === null
      ? 'editor'
      : 'two_editors'
    : (before?.decidedBy ?? 'import');
  const days = [cell.decidedAt, confirmation?.confirmedAt].flatMap((at) => at?.toISOString().slice(0, 10) ?? []);
  const stated = before?.verifiedOn ?? (decidedBy === 'import' ? cell.asOf : null);
  return {
    sourceKind: recordKind ?? (isContributionSource(cell.source) ? 'participant' : null),
    confirmations: (confirmation?.confirmations ?? 0) + (before?.confirmations ?? 0),
    decidedBy,
    verifiedOn: [...days, ...(stated === null ? [] : [stated])].toSorted().at(-1) ?? null,
  };
}
