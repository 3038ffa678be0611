import { isFactField } from '@/lib/agreements/schema';

/** As the desk calls the facts; readers and contributors see the catalogue's words. */
const FACT_TITLES = {
  name: 'Name',
  shortName: 'Short name',
  launchDate: 'Date of launch',
  space: 'Space of agreement',
  bindingNature: 'Binding nature',
  stakeholders: 'Stakeholders',
  signatories: 'Signatories',
  maintainer: 'Maintainer',
  link: 'Link',
  summary: 'Summary',
  uniqueElements: 'Unique elements',
};

type CriterionSet = { criteria: { key: string; title: string }[] };

/** Titles of all cells in the order in which pages show them: facts, then the criteria of each set. */
export function cellTitles(sets: readonly CriterionSet[]): Map<string, string> {
  const facts = Object.entries(FACT_TITLES).filter(([key]) => isFactField(key));
  return new Map([...facts, ...sets.flatMap((set) => set.criteria.map(({ key, title }) => [key, title] as const))]);
}
