import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { seedCriterionSet, seedDataset } from '@/lib/agreements/seed-schema';
import type { AssessmentValue } from '@/lib/agreements/schema';
import { studyOf, type Study } from '@/lib/publication/analysis/study';
import type { PublicAgreement, PublicCell, PublicCriterionSet } from '@/lib/publication/schema';
import { publicCellOf } from '@/prisma/factories/public-cells';

/** Agreements for the analysis, without a database: those of the seed, and generated ones. */
const MOMENT = '2020-01-01T00:00:00.000Z';

const cells = (values: Readonly<Record<string, PublicCell['value']>>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, publicCellOf(value)]));

export type Sketch = {
  slug: string;
  facts?: Record<string, PublicCell['value']>;
  assessments?: Record<string, string>;
};

export const sketched = ({ slug, facts = {}, assessments = {} }: Sketch): PublicAgreement => ({
  slug,
  name: slug,
  shortName: slug,
  version: 1,
  updatedAt: MOMENT,
  facts: cells(facts),
  assessments: cells(assessments),
});

export const setOf = (keys: readonly string[], slug = 'some-set'): PublicCriterionSet => ({
  slug,
  title: slug,
  description: '',
  source: '',
  criteria: keys.map((key) => ({ key, letter: null, title: key, shortTitle: key, description: '', help: '' })),
});

/** The dataset of `prisma/data`, in the shape for readers. */
export function seededAgreements(): PublicAgreement[] {
  return seedDataset.parse(seedFile('agreements.json')).agreements.map(({ slug, facts, assessments }) => ({
    ...sketched({ slug }),
    name: facts.name.value,
    shortName: facts.shortName.value,
    facts: cells(Object.fromEntries(Object.entries(facts).map(([key, { value }]) => [key, value]))),
    assessments: cells(Object.fromEntries(Object.entries(assessments).map(([key, { value }]) => [key, value]))),
  }));
}

export function seededSet(slug: string): PublicCriterionSet {
  const set = z
    .array(seedCriterionSet)
    .parse(seedFile('criteria.json'))
    .find((one) => one.slug === slug);
  if (!set) throw new Error(`The seed has no set ${slug}.`);
  return { ...set, criteria: set.criteria.map((criterion) => ({ ...criterion, letter: criterion.letter ?? null })) };
}

const seedFile = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../data', name), 'utf8'));

/** A study of as many agreements as there are rows of values, in this order by slug. */
export function studyOfRows(
  rows: readonly (readonly AssessmentValue[])[],
  years: readonly (number | null)[] = [],
): Study {
  const keys = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, at) => `c${at}`);
  const agreements = rows.map((row, at) =>
    sketched({
      slug: `a${`${at}`.padStart(5, '0')}`,
      facts: years[at] ? { launchDate: `${years[at]}` } : {},
      assessments: Object.fromEntries(row.map((value, place) => [`c${place}`, value])),
    }),
  );
  return studyOf(agreements, setOf(keys));
}

/** Any values of a few agreements on a few criteria. */
export const anyRows = fc.integer({ min: 1, max: 40 }).chain((width) =>
  fc.array(fc.array(fc.constantFrom(...ASSESSMENT_VALUES), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 12,
  }),
);
