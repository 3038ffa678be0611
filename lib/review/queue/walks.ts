import { db, Prisma } from '@/lib/platform/db/client';
import { alongIndex, ofAssignee, ofCall, olderThan, statusesOf } from './filters';
import type { Asked } from './filters';
import { beyond, COLUMNS, inOrder, sortedBy } from './rows';
import { placeText } from './schema';

const alsoAll = (conditions: Prisma.Sql[]) =>
  conditions.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}`;

/** The conditions that the index answers by itself that a walk goes along. */
export function conditionsAlong(asked: Asked): Prisma.Sql[] {
  const along = alongIndex(asked);
  const { assignee, call, olderThan: days } = asked;
  return [
    ...(along.includes('assignee') && assignee !== undefined ? [ofAssignee(assignee)] : []),
    ...(along.includes('call') && call !== undefined ? [ofCall(call)] : []),
    ...(along.includes('olderThan') && days !== undefined ? [olderThan(days)] : []),
  ];
}

/** The first under a filter, but for what must be tested: one walk per status along its index, merged, so that no more rows are read than are asked for. */
export function walk(asked: Asked, most: number, columns = COLUMNS): Prisma.Sql {
  const { sort = 'newest', after, assignee } = asked;
  // PostgreSQL does not see that rows with no assignee are in the index's order, unless the order names that column too.
  const order = inOrder(sort, assignee === null && sort !== 'changed' ? Prisma.sql`assignee_id` : undefined);
  const where = [...conditionsAlong(asked), after ? beyond(after) : Prisma.sql`c.${sortedBy(sort)} IS NOT NULL`];
  const walks = statusesOf(asked).map(
    (status) =>
      Prisma.sql`(SELECT ${columns} FROM contributions c WHERE c.status = ${status}::contribution_status ${alsoAll(where)} ${order} LIMIT ${most})`,
  );
  return Prisma.sql`SELECT * FROM (${Prisma.join(walks, ' UNION ALL ')}) walks ${inOrder(sort)} LIMIT ${most}`;
}

/** Those of the first `window` that pass the tests. */
export function walkTesting(asked: Asked, conditions: Prisma.Sql[], window: number, most: number): Prisma.Sql {
  return Prisma.sql`SELECT ${COLUMNS} FROM (${walk(asked, window, walkedColumns(asked))}) c WHERE true ${alsoAll(conditions)} ${inOrder(asked.sort ?? 'newest')} LIMIT ${most}`;
}

export const walkedColumns = ({ sought }: Asked) => (sought ? Prisma.sql`${COLUMNS}, search` : COLUMNS);

/** Where a walk of this length ends; null where there is nothing beyond. */
export async function endOfWalk(asked: Asked, window: number): Promise<string | null> {
  const { sort = 'newest' } = asked;
  const [row] = await db.$queryRaw<{ at: Date; id: string }[]>`
    SELECT ${sortedBy(sort)} AS at, id FROM (${walk(asked, window)}) walked ${inOrder(sort)} OFFSET ${window - 1}`;
  return row ? placeText({ at: row.at.toISOString(), id: row.id, sort }) : null;
}
