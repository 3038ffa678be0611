import { BINDING_NATURES } from '@/lib/agreements/facts/binding-nature';
import { SPACES } from '@/lib/agreements/facts/space';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { decadeOf } from './facets';
import type { Counts } from './filter';
import { UNSTATED } from './view';

/** A value a reader can choose, and how many agreements would be left. */
export type Option = { value: string; count: number };

/** More years than this are offered by decade. */
const MAX_YEARS = 12;

export const spaceOptions = (counts: Counts, chosen?: string) => [
  ...fixed(SPACES, counts),
  ...unstated(counts, chosen),
];
export const natureOptions = (counts: Counts, chosen?: string) => [
  ...fixed(BINDING_NATURES, counts),
  ...unstated(counts, chosen),
];
export const assessmentOptions = (counts: Counts) => fixed(ASSESSMENT_VALUES, counts);

/** The bodies that maintain most agreements first, then by name. */
export function bodyOptions(counts: Counts, names: ReadonlyMap<string, string>, chosen?: string): Option[] {
  const bodies = withChosen(
    [...counts.keys()].filter((value) => value !== UNSTATED),
    chosen,
  );
  const said = (value: string) => names.get(value) ?? value;
  const found = bodies
    .map((value) => option(value, counts))
    .toSorted((a, b) => b.count - a.count || said(a.value).localeCompare(said(b.value), 'en'));
  return [...found, ...unstated(counts, chosen)];
}

/** The newest first: the years; where there are many, the decades, and below the chosen one its years. */
export function yearOptions(counts: Counts, chosen?: string): Option[] {
  const values = withChosen(
    [...counts.keys()].filter((value) => value !== UNSTATED),
    chosen,
  );
  const years = values
    .filter((value) => value.length === 4)
    .toSorted()
    .toReversed();
  if (years.length <= MAX_YEARS) {
    const decade = values.filter((value) => value === chosen && value.length > 4);
    return [...[...decade, ...years].map((value) => option(value, counts)), ...unstated(counts, chosen)];
  }
  const decades = [...new Set([...values.filter((value) => value.length > 4), ...years.map(decadeOf)])]
    .toSorted()
    .toReversed();
  const opened = chosen && (chosen.length === 4 && chosen !== UNSTATED ? decadeOf(chosen) : chosen);
  const listed = decades.flatMap((decade) => [
    decade,
    ...(decade === opened ? years.filter((year) => decadeOf(year) === decade) : []),
  ]);
  return [...listed.map((value) => option(value, counts)), ...unstated(counts, chosen)];
}

const option = (value: string, counts: Counts): Option => ({ value, count: counts.get(value) ?? 0 });
const fixed = (values: readonly string[], counts: Counts) => values.map((value) => option(value, counts));
const unstated = (counts: Counts, chosen?: string) =>
  counts.has(UNSTATED) || chosen === UNSTATED ? [option(UNSTATED, counts)] : [];
const withChosen = (values: string[], chosen?: string) => [
  ...new Set([...values, ...(chosen && chosen !== UNSTATED ? [chosen] : [])]),
];
