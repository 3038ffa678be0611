import { db, Prisma } from '@/lib/platform/db/client';
import type { QueuePlace, QueueSort, QueueStatus } from './schema';

export type QueueRow = {
  reference: string;
  call: string;
  status: QueueStatus;
  /** ISO 8601, UTC. */
  submittedAt: string;
  /** When it last changed its status or was sent anew. */
  changedAt: string;
  /** Affiliation or name, for editors; null where none was given and wherever the contributor chose to stay anonymous. */
  who: string | null;
  anonymous: boolean;
  /** The editor who looks after it. */
  assignee: string | null;
  /** Proposed cells: those that wait, and all that were not taken back. */
  pending: number;
  total: number;
  /** The number of its newest revision. */
  revision: number;
  /** The contributor wrote last, and nobody has answered. */
  replied: boolean;
};
export type Row = QueueRow & { id: string };

/** What a subquery of contributions has to bring along for `readRows`. */
export const COLUMNS = Prisma.sql`id, call_id, reference, status, submitted_at, status_at, anonymous, assignee_id, author_id, public_affiliation, current_revision`;

type Order = { column: Prisma.Sql; direction: Prisma.Sql; beyond: Prisma.Sql };
const ORDERS: Record<QueueSort, Order> = {
  newest: { column: Prisma.sql`submitted_at`, direction: Prisma.sql`DESC`, beyond: Prisma.sql`<` },
  oldest: { column: Prisma.sql`submitted_at`, direction: Prisma.sql`ASC`, beyond: Prisma.sql`>` },
  changed: { column: Prisma.sql`status_at`, direction: Prisma.sql`DESC`, beyond: Prisma.sql`<` },
};

export const sortedBy = (sort: QueueSort) => ORDERS[sort].column;

/** The order of a sort. `first`: a column that is the same in all rows but leads the index, so that it is known to have this order. */
export function inOrder(sort: QueueSort, first?: Prisma.Sql): Prisma.Sql {
  const { column, direction } = ORDERS[sort];
  return Prisma.sql`ORDER BY ${first ? Prisma.sql`${first} ${direction}, ` : Prisma.empty}${column} ${direction}, id ${direction}`;
}

/** Rows `c` beyond the place where a page ended. */
export function beyond(place: QueuePlace): Prisma.Sql {
  const { column, beyond: sign } = ORDERS[place.sort];
  return Prisma.sql`(c.${column}, c.id) ${sign} (${place.at}::timestamptz, ${place.id}::uuid)`;
}

/** Fills in what the desk shows. A name is never selected where its owner chose to stay anonymous. */
export async function readRows(page: Prisma.Sql, sort: QueueSort): Promise<Row[]> {
  const { column, direction } = ORDERS[sort];
  const rows = await db.$queryRaw<(Omit<Row, 'submittedAt' | 'changedAt'> & { submittedAt: Date; changedAt: Date })[]>`
    SELECT c.id, c.reference, k.slug AS call, c.status::text AS status, c.submitted_at AS "submittedAt", c.status_at AS "changedAt", c.anonymous,
      CASE WHEN NOT c.anonymous THEN coalesce(t.affiliation, t.name, CASE WHEN c.author_id IS NOT NULL THEN c.public_affiliation END) END AS who, coalesce(u.name, u.email) AS assignee, x.pending, x.total,
      c.current_revision AS revision, coalesce(m.kind = 'reply', false) AS replied
    FROM (${page}) c JOIN calls k ON k.id = c.call_id LEFT JOIN contacts t ON t.contribution_id = c.id LEFT JOIN users u ON u.id = c.assignee_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE x.status = 'pending')::int AS pending, count(DISTINCT (coalesce(x.agreement_id, x.proposal_id), x.key))::int AS total
      FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status <> 'withdrawn'
    ) x
    LEFT JOIN LATERAL (SELECT m.kind FROM messages m WHERE m.contribution_id = c.id ORDER BY m.created_at DESC, m.id DESC LIMIT 1) m ON true
    ORDER BY c.${column} ${direction}, c.id ${direction}`;
  return rows.map((row) => ({
    ...row,
    submittedAt: row.submittedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  }));
}
