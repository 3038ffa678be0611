import { Prisma } from '@/lib/platform/db/client';
import type { QueueFilter } from './schema';
import { inOrder } from './rows';
import { MINE, NOBODY, QUEUE_STATUSES } from './schema';
import type { Sought } from './words';
import { readWords } from './words';
import { IN_CONFLICT, movedOn } from './in-conflict';
import { holdsWords } from './word-filter';

/** A filter of the queue, read for the editor who asks. */
export type Asked = Omit<QueueFilter, 'assignee' | 'q' | 'limit'> & {
  /** An editor's id; null: nobody. */
  assignee?: string | null;
  sought: Sought | null;
};

export function askedBy({ assignee, q, limit: _, ...filter }: QueueFilter, userId: string): Asked {
  const whose = assignee === MINE ? userId : assignee === NOBODY ? null : assignee;
  return {
    ...filter,
    ...(assignee !== undefined && { assignee: whose }),
    sought: q === undefined ? null : readWords(q),
  };
}

export const ofCall = (slug: string) => Prisma.sql`c.call_id = (SELECT id FROM calls WHERE slug = ${slug})`;
export const ofAssignee = (id: string | null) =>
  id === null ? Prisma.sql`c.assignee_id IS NULL` : Prisma.sql`c.assignee_id = ${id}`;
/** The moment is the same for the whole statement, and to the planner a value it does not know. */
export const olderThan = (days: number) =>
  Prisma.sql`c.submitted_at < (SELECT now() - ${days}::int * interval '1 day')`;

const ofAgreement = (slug: string) => Prisma.sql`(SELECT id FROM agreements WHERE slug = ${slug})`;

/** A contribution that was once sent: a draft that was withdrawn is nobody's business. */
const SENT = Prisma.sql`c.submitted_at IS NOT NULL`;

/** Which conditions the index that is walked along answers by itself, in the order of the sort. The others are tested row by row. */
export function alongIndex({ sort, assignee, call, olderThan: days }: Asked): ('assignee' | 'call' | 'olderThan')[] {
  if (sort === 'changed') return [];
  const first = assignee !== undefined ? (['assignee'] as const) : call !== undefined ? (['call'] as const) : [];
  return [...first, ...(days === undefined ? [] : (['olderThan'] as const))];
}

export const statusesOf = ({ status }: Asked) => (status ? [status] : QUEUE_STATUSES);

/** The conditions of a filter on one row `c` of contributions, but for its status and those in `except`, the cheap ones first. */
export function tests(asked: Asked, except: readonly string[] = []): Prisma.Sql[] {
  const { sort, call, assignee, olderThan: days, sought } = asked;
  const given: [string, Prisma.Sql | null][] = [
    ['sent', sort === 'changed' ? SENT : null],
    ['call', call === undefined ? null : ofCall(call)],
    ['assignee', assignee === undefined ? null : ofAssignee(assignee)],
    ['olderThan', days === undefined ? null : olderThan(days)],
    ['sought', sought && ('reference' in sought ? Prisma.sql`c.reference = ${sought.reference}` : holdsWords(sought))],
    ['cell', proposesCell(asked)],
  ];
  return given.flatMap(([name, test]) => (test === null || except.includes(name) ? [] : [test]));
}

/**
 * One proposed cell that is of the agreement, on the criterion and in conflict, as far as the filter asks. A subquery with a
 * limit is asked row by row; as an EXISTS the planner might read all that was ever proposed instead.
 */
function proposesCell({ agreement, criterion, conflict }: Asked): Prisma.Sql | null {
  if (agreement === undefined && criterion === undefined && conflict === undefined) return null;
  const conditions = [
    Prisma.sql`x.contribution_id = c.id`,
    conflict ? Prisma.sql`x.status = 'pending' AND ${IN_CONFLICT}` : Prisma.sql`x.status <> 'withdrawn'`,
    ...(agreement === undefined ? [] : [Prisma.sql`x.agreement_id = ${ofAgreement(agreement)}`]),
    ...(criterion === undefined ? [] : [Prisma.sql`x.criterion_key = ${criterion}`]),
  ];
  const cells = conflict
    ? Prisma.sql`LEFT JOIN cells k ON k.agreement_id = x.agreement_id AND k.key = x.key`
    : Prisma.empty;
  return Prisma.sql`(SELECT true FROM proposed_changes x ${cells} WHERE ${Prisma.join(conditions, ' AND ')} LIMIT 1)`;
}

/**
 * Finds all that a filter may hold by one index: the ids of contributions, in no order and possibly twice; or, where the index
 * leads to their rows anyway, these, each once and however many. What it settles is not tested again.
 */
export type Search = { ids: Prisma.Sql; rows?: Prisma.Sql; settles: string[] };

/** The searches there are under a filter, each cut off after `most` hits. `statuses` as in the filter. */
export function searches(asked: Asked, statuses: readonly string[], most: number): Search[] {
  const { call, assignee, agreement, criterion, conflict, sort, olderThan: days } = asked;
  const along = alongIndex(asked);
  const rows = (name: string, condition: Prisma.Sql, first?: Prisma.Sql): Search => {
    // Asked for in an index's order, lest a frequent value tempt the plan to read all rows.
    const each = statuses.map(
      (status) =>
        Prisma.sql`(SELECT c.id FROM contributions c WHERE ${condition} AND c.status = ${status}::contribution_status ${inOrder('oldest', first)} LIMIT ${most})`,
    );
    return {
      ids: Prisma.sql`SELECT id FROM (${Prisma.join(each, ' UNION ALL ')}) found LIMIT ${most}`,
      settles: [name],
    };
  };
  return [
    ...(conflict
      ? [
          {
            ids: movedOn({
              agreement: agreement === undefined ? null : ofAgreement(agreement),
              key: criterion ?? null,
              most,
            }),
            settles: [],
          },
        ]
      : []),
    ...proposing(asked, most),
    ...(assignee !== undefined && !along.includes('assignee')
      ? [rows('assignee', ofAssignee(assignee), assignee === null ? Prisma.sql`assignee_id` : undefined)]
      : []),
    ...(call !== undefined && !along.includes('call') ? [rows('call', ofCall(call))] : []),
    ...(days !== undefined && sort === 'changed' ? [rows('olderThan', olderThan(days))] : []),
  ];
}

function proposing({ agreement, criterion, conflict }: Asked, most: number): Search[] {
  const settles = conflict ? [] : ['cell'];
  const changes = (condition: Prisma.Sql) =>
    Prisma.sql`SELECT contribution_id AS id FROM proposed_changes WHERE ${condition} AND status <> 'withdrawn' LIMIT ${most}`;
  if (agreement !== undefined && criterion !== undefined) {
    // The key of an assessment is its criterion's.
    return [{ ids: changes(Prisma.sql`agreement_id = ${ofAgreement(agreement)} AND key = ${criterion}`), settles }];
  }
  if (criterion !== undefined) return [{ ids: changes(Prisma.sql`criterion_key = ${criterion}`), settles }];
  if (agreement === undefined) return [];
  // By proposal, not by cell, of which one contribution proposes many; whether any still stands is tested.
  return [
    {
      ids: Prisma.sql`SELECT contribution_id AS id FROM proposals WHERE agreement_id = ${ofAgreement(agreement)} ORDER BY contribution_id LIMIT ${most}`,
      settles: [],
    },
  ];
}
