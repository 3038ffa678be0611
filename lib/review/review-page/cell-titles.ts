import { ALL_FIELDS } from '@/lib/agreements/facts/registry';
import { factLabel } from '@/lib/agreements/facts/words';

type CriterionSet = { criteria: { key: string; title: string }[] };

/** Titles of all cells in the order of the pages: facts, then the criteria of each set. The desk is in English. */
export function cellTitles(sets: readonly CriterionSet[]): Map<string, string> {
  return new Map<string, string>([
    ...ALL_FIELDS.map((field) => [field, factLabel(field, 'en')] as const),
    ...sets.flatMap((set) => set.criteria.map(({ key, title }) => [key, title] as const)),
  ]);
}
