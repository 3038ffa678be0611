import { PLAN_FOR_VALUES, Prisma } from '@/lib/platform/db/client';
import { markConditions, RIVALLED } from './mark-sql';
import { contactDetailsIn } from '@/lib/platform/text/contact-details';
import type { QueueFilter, QueuePlace, QueueSort } from './schema';
import { MINE, UNASSIGNED } from './schema';
import { readSearchTerms } from './search-terms';

/** A filter of the queue as the parts of a statement that reads contributions `c`. */
export type FilterSql = {
  /** Makes PostgreSQL plan the statement for its values where their frequency decides on the plan. */
  planning: Prisma.Sql;
  /** Common table expressions that the conditions refer to, each with its comma. */
  tables: Prisma.Sql;
  joins: Prisma.Sql;
  where: Prisma.Sql;
};

/** What the person who reads the queue may see. */
export type QueueReader = {
  /** False for observers: they see of an author what is public, and no search finds an author's name. */
  seesContacts?: boolean;
};

/** Everything a filter asks for but its status, `ready` and its place. `userId`: the editor whose contributions are `mine`. */
export function filterSql(filter: QueueFilter, userId: string, { seesContacts = true }: QueueReader = {}): FilterSql {
  const { call, assignee, onBehalf, olderThan, q } = filter;
  const terms = q === undefined ? null : readSearchTerms(q);
  const proposing = proposingSql(filter);
  const conditions = [
    // A draft that was withdrawn was never sent: only its author knows of it.
    Prisma.sql`c.submitted_at IS NOT NULL`,
    call !== undefined && Prisma.sql`c.call_id = (SELECT id FROM calls WHERE slug = ${call})`,
    assignee !== undefined && assignedTo(assignee, userId),
    onBehalf !== undefined && enteredOnBehalf(onBehalf),
    olderThan !== undefined && Prisma.sql`c.submitted_at < now() - ${olderThan}::int * interval '1 day'`,
    proposing && Prisma.sql`c.id IN (SELECT contribution_id FROM proposing)`,
    ...markConditions(filter, userId, seesContacts),
    // A mark stands in place of what was looked for: finding it would tell that it is there.
    !seesContacts && q !== undefined && contactDetailsIn(q).length > 0 && Prisma.sql`false`,
    terms && ('reference' in terms ? Prisma.sql`c.reference = ${terms.reference}` : containsAll(terms)),
  ];
  const words = terms !== null && 'whole' in terms;
  return {
    planning: words ? PLAN_FOR_VALUES : Prisma.empty,
    tables: proposing ? Prisma.sql`proposing AS MATERIALIZED (${proposing}),` : Prisma.empty,
    joins: words ? (seesContacts ? SEARCHED : SEARCHED_WITHOUT_AUTHORS) : Prisma.empty,
    where: allOf(conditions),
  };
}

const SEARCHED = Prisma.sql`JOIN desk_search s ON s.contribution_id = c.id`;
const SEARCHED_WITHOUT_AUTHORS = Prisma.sql`CROSS JOIN LATERAL (SELECT c.search AS words) s`;

const allOf = (conditions: (Prisma.Sql | false | null | undefined)[]) =>
  Prisma.join(
    conditions.filter((condition) => condition instanceof Prisma.Sql),
    ' AND ',
  );

const assignedTo = (assignee: string, userId: string) =>
  assignee === UNASSIGNED
    ? Prisma.sql`c.assignee_id IS NULL`
    : Prisma.sql`c.assignee_id = ${assignee === MINE ? userId : assignee}`;

const enteredOnBehalf = (which: NonNullable<QueueFilter['onBehalf']>) =>
  which === 'any'
    ? Prisma.sql`c.id IN (SELECT contribution_id FROM entries_on_behalf)`
    : Prisma.sql`c.id IN (SELECT contribution_id FROM entries_on_behalf WHERE consented_at IS NULL)`;

/** Each word or phrase. The last may go on: it holds letters and digits only, so nothing in it is an operator. */
function containsAll({ whole, begun }: { whole: string[]; begun: string | null }): Prisma.Sql {
  return allOf([
    ...whole.map((text) => Prisma.sql`s.words @@ phraseto_tsquery('simple', ${text})`),
    begun !== null && Prisma.sql`s.words @@ to_tsquery('simple', ${`${begun.split(' ').join(' <-> ')}:*`})`,
  ]);
}

/**
 * The contributions with a proposed cell that satisfies the filters for agreement, criterion, conflict and rivals: one
 * cell `x` must satisfy all of them. Materialized, so that page and counts read it once. Null without such a filter.
 */
function proposingSql({ agreement, criterion, conflict, rivals }: QueueFilter): Prisma.Sql | null {
  if (agreement === undefined && criterion === undefined && !conflict && !rivals) return null;
  const cells = conflict
    ? Prisma.sql`LEFT JOIN cells k ON k.agreement_id = x.agreement_id AND k.key = x.key`
    : Prisma.empty;
  return Prisma.sql`SELECT DISTINCT x.contribution_id FROM proposed_changes x ${cells} WHERE ${allOf([
    conflict ? IN_CONFLICT : Prisma.sql`x.status <> 'withdrawn'`,
    rivals && RIVALLED,
    agreement !== undefined && Prisma.sql`x.agreement_id = (SELECT id FROM agreements WHERE slug = ${agreement})`,
    criterion !== undefined && Prisma.sql`x.criterion_key = ${criterion}`,
  ])}`;
}

/**
 * A pending change in conflict with its cell `k`, as `mergeCell` has it: the cell was changed or removed since, differs
 * from the base of the proposal, and does not say the same already. The version is compared first because that costs
 * least.
 */
export const IN_CONFLICT = Prisma.sql`x.status = 'pending' AND x.agreement_id IS NOT NULL AND (k.version IS NULL OR k.version > x.base_version)
  AND (x.base->'value', x.base->>'note', x.base->>'source', x.base->>'asOf') IS DISTINCT FROM (k.value, k.note, k.source, k.as_of)
  AND NOT coalesce(k.value = x.value AND (x.note IS NULL OR nullif(x.note, '') IS NOT DISTINCT FROM k.note)
    AND (x.source IS NULL OR nullif(x.source, '') IS NOT DISTINCT FROM k.source)
    AND (x.as_of IS NULL OR nullif(x.as_of, '') IS NOT DISTINCT FROM k.as_of), false)`;

const ORDERS: Record<QueueSort, { column: Prisma.Sql; direction: Prisma.Sql; beyond: Prisma.Sql }> = {
  newest: { column: Prisma.sql`c.submitted_at`, direction: Prisma.sql`DESC`, beyond: Prisma.sql`<` },
  oldest: { column: Prisma.sql`c.submitted_at`, direction: Prisma.sql`ASC`, beyond: Prisma.sql`>` },
  changed: { column: Prisma.sql`c.status_at`, direction: Prisma.sql`DESC`, beyond: Prisma.sql`<` },
  promised: { column: Prisma.sql`c.status_at`, direction: Prisma.sql`ASC`, beyond: Prisma.sql`>` },
};

export function orderSql(sort: QueueSort): Prisma.Sql {
  const { column, direction } = ORDERS[sort];
  return Prisma.sql`ORDER BY ${column} ${direction}, c.id ${direction}`;
}

/** The rows after the place where a page ended. */
export function afterSql(place: QueuePlace | undefined): Prisma.Sql {
  if (place === undefined) return Prisma.empty;
  const { column, beyond } = ORDERS[place.sort];
  return Prisma.sql`AND (${column}, c.id) ${beyond} (${place.at}::timestamptz, ${place.id}::uuid)`;
}
