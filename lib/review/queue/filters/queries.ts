import { Prisma } from '@/lib/db/client';
import type { QueueFilter } from '@/lib/review/queue/schema';
import { MINE, NOBODY } from '@/lib/review/queue/schema';
import type { Sought } from '@/lib/review/queue/words';
import { readWords } from '@/lib/review/queue/words';
import { IN_CONFLICT, movedOn } from './conflict/queries';
import { holdsWords, wordHits } from './words/queries';

/** A filter of the queue, read for the editor who asks. */
export type Asked = Omit<QueueFilter, 'assignee' | 'q' | 'limit'> & {
  /** An editor's id; null: nobody. */
  assignee?: string | null;
  sought: Sought | null;
};

export function askedBy({ assignee, q, limit: _, ...filter }: QueueFilter, userId: string): Asked {
  const whose = assignee === MINE ? userId : assignee === NOBODY ? null : assignee;
  return { ...filter, ...(assignee !== undefined && { assignee: whose }), sought: q === undefined ? null : readWords(q) };
}

export const ofCall = (slug: string) => Prisma.sql`c.call_id = (SELECT id FROM calls WHERE slug = ${slug})`;
export const ofAssignee = (id: string | null) => (id === null ? Prisma.sql`c.assignee_id IS NULL` : Prisma.sql`c.assignee_id = ${id}`);
/** The moment is the same for the whole statement, and to the planner a value it does not know. */
export const olderThan = (days: number) => Prisma.sql`c.submitted_at < (SELECT now() - ${days}::int * interval '1 day')`;

const ofAgreement = (slug: string) => Prisma.sql`(SELECT id FROM agreements WHERE slug = ${slug})`;

/** A contribution that was once sent: a draft that was withdrawn is nobody's business. */
const SENT = Prisma.sql`c.submitted_at IS NOT NULL`;

/** Which conditions the index that is walked along answers by itself, in the order of the sort. The others are tested row by row. */
export function alongIndex({ sort, assignee, call, olderThan: days }: Asked): { along: ('assignee' | 'call' | 'olderThan')[] } {
  if (sort === 'changed') return { along: [] };
  const first = assignee !== undefined ? (['assignee'] as const) : call !== undefined ? (['call'] as const) : [];
  return { along: [...first, ...(days === undefined ? [] : (['olderThan'] as const))] };
}

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
  const cells = conflict ? Prisma.sql`LEFT JOIN cells k ON k.agreement_id = x.agreement_id AND k.key = x.key` : Prisma.empty;
  return Prisma.sql`(SELECT true FROM proposed_changes x ${cells} WHERE ${Prisma.join(conditions, ' AND ')} LIMIT 1)`;
}

/**
 * Ways to find all that a filter may hold without walking, each by an index of its own: the ids of at most `most`
 * contributions, in no order and possibly twice. What one finds still has to be tested. `statuses` as in the filter.
 */
export function searches(asked: Asked, statuses: readonly string[], most: number): Prisma.Sql[] {
  const { call, assignee, agreement, criterion, conflict, sort, olderThan: days } = asked;
  const { along } = alongIndex(asked);
  const rows = (condition: Prisma.Sql) => Prisma.sql`SELECT c.id FROM contributions c WHERE ${condition} AND c.status = ANY(${statuses}::contribution_status[]) LIMIT ${most}`;
  return [
    ...(conflict ? [movedOn({ agreement: agreement === undefined ? null : ofAgreement(agreement), key: criterion ?? null, most })] : []),
    ...(agreement !== undefined || criterion !== undefined ? [proposing(agreement, criterion, most)] : []),
    ...(assignee !== undefined && !along.includes('assignee') ? [rows(ofAssignee(assignee))] : []),
    ...(call !== undefined && !along.includes('call') ? [rows(ofCall(call))] : []),
    ...(days !== undefined && sort === 'changed' ? [rows(olderThan(days))] : []),
  ];
}

function proposing(agreement: string | undefined, criterion: string | undefined, most: number): Prisma.Sql {
  if (agreement === undefined) return Prisma.sql`SELECT contribution_id AS id FROM proposed_changes WHERE criterion_key = ${criterion} ORDER BY contribution_id LIMIT ${most}`;
  if (criterion === undefined) return Prisma.sql`SELECT contribution_id AS id FROM proposals WHERE agreement_id = ${ofAgreement(agreement)} ORDER BY contribution_id LIMIT ${most}`;
  // The key of an assessment is its criterion's.
  return Prisma.sql`SELECT contribution_id AS id FROM proposed_changes WHERE agreement_id = ${ofAgreement(agreement)} AND key = ${criterion} LIMIT ${most}`;
}

/** The same for what was typed into the search field, one after the other: words that most contributions hold take long to count. */
export function searchesForWords({ sought }: Asked, most: number): Prisma.Sql[] {
  if (sought === null) return [];
  return 'reference' in sought ? [Prisma.sql`SELECT id FROM contributions WHERE reference = ${sought.reference}`] : wordHits(sought, most);
}
