import { Prisma } from '@/lib/platform/db/client';

/**
 * Whether a proposed change `x` is in conflict with its cell `k` (all null where there is none), as `mergeCell` has it: the cell
 * is no longer what the proposal was written against, nor does it say the same already. Computed, never stored.
 */
export const IN_CONFLICT = Prisma.sql`x.agreement_id IS NOT NULL
  AND (x.base->'value', x.base->>'note', x.base->>'source') IS DISTINCT FROM (k.value, k.note, k.source)
  AND NOT coalesce(k.value = x.value AND (x.note IS NULL OR x.note = k.note) AND (x.source IS NULL OR x.source = k.source), false)`;

type MovedOn = { agreement: Prisma.Sql | null; key: string | null; most: number };

/**
 * Contributions with a pending cell that has changed since, or was removed by a revert. Asked cell by cell along the index of
 * rivals, so that the work grows with the dataset and with what has moved on, not with what waits.
 */
export function movedOn({ agreement, key, most }: MovedOn): Prisma.Sql {
  const ofCells = narrowed('k.agreement_id', 'k.key', agreement, key);
  const ofRemoved = narrowed('r.agreement_id', 'k.key', agreement, key);
  const pending = (id: string, version: string) => Prisma.sql`CROSS JOIN LATERAL (
    SELECT x.contribution_id FROM proposed_changes x
    WHERE x.agreement_id = ${Prisma.raw(id)} AND x.key = k.key AND x.status = 'pending' AND x.base_version < ${Prisma.raw(version)} LIMIT ${most}) x`;
  return Prisma.sql`SELECT contribution_id AS id FROM (
    (SELECT x.contribution_id FROM cells k ${pending('k.agreement_id', 'k.version')} WHERE true ${ofCells})
    UNION ALL
    (SELECT x.contribution_id FROM revisions r JOIN revision_cells k ON k.revision_id = r.id AND k.after IS NULL ${pending('r.agreement_id', 'r.version')}
      WHERE r.reverts_id IS NOT NULL ${ofRemoved})) moved LIMIT ${most}`;
}

function narrowed(idColumn: string, keyColumn: string, agreement: Prisma.Sql | null, key: string | null): Prisma.Sql {
  const ofAgreement = agreement === null ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(idColumn)} = ${agreement}`;
  return key === null ? ofAgreement : Prisma.sql`${ofAgreement} AND ${Prisma.raw(keyColumn)} = ${key}`;
}
