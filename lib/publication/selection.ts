import { withoutSmallGroups } from './small-groups';

/**
 * One filter of a list: its name in addresses, and the values of an entry for it. If it counts `people` (or
 * organisations), an entry has one value at most, and small groups are not counted.
 */
export type Facet<Row> = { name: string; valuesOf: (row: Row) => readonly string[]; people?: true };

export type Choice = { value: string; count: number };
export type Chosen<Row> = {
  rows: Row[];
  /** By filter: its values, each with the number of entries that would be left. */
  choices: Map<string, Choice[]>;
  /** By filter of people: how many are in none of the groups that are large enough to be counted. */
  others: Map<string, number>;
};

/**
 * The entries that have every chosen value, and for each value of each filter the number of entries if it replaced the
 * choice in that filter. Values with most entries come first; chosen values are always included. People are counted in
 * the whole list only: the difference of two filtered counts could identify a few people.
 */
export function choose<Row>(
  rows: readonly Row[],
  facets: readonly Facet<Row>[],
  chosen: Readonly<Record<string, string | undefined>>,
): Chosen<Row> {
  const left: Row[] = [];
  const counted = facets.map(({ name, valuesOf }) => {
    const value = chosen[name];
    return { name, valuesOf, value, counts: new Map<string, number>(value === undefined ? [] : [[value, 0]]) };
  });
  for (const row of rows) {
    const valued = counted.map((facet) => ({ facet, values: facet.valuesOf(row) }));
    const missing = valued.filter(({ facet, values }) => facet.value !== undefined && !values.includes(facet.value));
    if (missing.length === 0) left.push(row);
    // Counts if it has all chosen values, or all but the one in that filter.
    for (const { facet, values } of missing.length === 0 ? valued : missing.length === 1 ? missing : []) {
      for (const value of new Set(values)) facet.counts.set(value, (facet.counts.get(value) ?? 0) + 1);
    }
  }
  const narrowed = counted.some(({ value }) => value !== undefined);
  const offered = counted.map(({ name, counts, value }, at) => ({
    name,
    ...(facets[at]?.people ? ofPeople(counts, rows.length, { value, narrowed }) : { shown: inOrder(counts), other: 0 }),
  }));
  return {
    rows: left,
    choices: new Map(offered.map(({ name, shown }) => [name, shown])),
    others: new Map(offered.map(({ name, other }) => [name, other])),
  };
}

function ofPeople(
  counts: ReadonlyMap<string, number>,
  whole: number,
  { value, narrowed }: { value: string | undefined; narrowed: boolean },
): { shown: Choice[]; other: number } {
  if (narrowed) return { shown: inOrder(counts).filter((choice) => choice.value === value), other: 0 };
  const choices = inOrder(counts);
  return withoutSmallGroups(choices, whole - choices.reduce((sum, { count }) => sum + count, 0));
}

const inOrder = (counts: ReadonlyMap<string, number>): Choice[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));

/** The chosen values as a view for addresses. */
export const viewOf = (chosen: Readonly<Record<string, string | undefined>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(chosen).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])));

/** One page of a long list, and the number of pages; a number that is too high gives the last page. */
export function pageOf<Row>(
  rows: readonly Row[],
  wanted: number,
  length = 100,
): { rows: Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / length));
  const page = Math.min(Math.max(1, wanted), pages);
  return { rows: rows.slice((page - 1) * length, page * length), page, pages };
}
