import { z } from 'zod';
import { CRITERION_SETS, TEXT_LIMITS } from './constants';
import { FACT_FIELDS, FACTS } from './facts/registry';
import type { FactField, FactValues, SeededField } from './facts/registry';
import { typedFacts } from './facts/schemas';
import { agreementSlug, assessmentValue, cellContent, criterionKey } from './schema';
import { line, partialDate, text } from '@/lib/platform/text/typed-text';

/** The shape of the files in `prisma/data/`: the dataset as it is before the first contribution. */
const provenance = {
  note: text(TEXT_LIMITS.note).optional(),
  source: text(TEXT_LIMITS.source).optional(),
  asOf: partialDate.optional(),
};

/** A fact of the files: its value as it is typed, and where it is taken from. */
const seedFact = <Value>(value: z.ZodType<Value>) =>
  z.strictObject({ value, ...provenance, source: text(TEXT_LIMITS.source) });
type SeedFact<Value> = z.infer<ReturnType<typeof seedFact<Value>>>;
type SeedFacts = { [Field in SeededField]: SeedFact<FactValues[Field]> } & {
  [Field in FactField]?: SeedFact<FactValues[Field]>;
};

const seedFacts = z.strictObject(
  Object.fromEntries(
    FACT_FIELDS.map((field) => {
      const schema = seedFact<unknown>(typedFacts[field]);
      return [field, FACTS[field].seeded ? schema : schema.optional()];
    }),
  ),
) as unknown as z.ZodType<SeedFacts>; // each fact by its own schema; those of every agreement are not optional

const seedAgreement = z.strictObject({
  slug: agreementSlug,
  analysed: z.boolean(),
  facts: seedFacts,
  /** Only what the paper or the call states; every other criterion starts as `not_assessed`. */
  assessments: z.record(
    criterionKey,
    z.strictObject({ value: assessmentValue, ...provenance, source: text(TEXT_LIMITS.source) }),
  ),
});

export const seedCriterionSet = z.strictObject({
  slug: z.enum(CRITERION_SETS),
  title: line(200),
  description: text(2_000),
  source: text(1_000),
  criteria: z.array(
    z.strictObject({
      key: criterionKey,
      letter: z.string().length(1).optional(),
      title: line(200),
      shortTitle: line(40),
      description: text(2_000),
      help: text(2_000),
    }),
  ),
});

export const seedDataset = z.strictObject({
  /** Names every revision 1: title, publisher, date of the source. */
  source: z.strictObject({ title: line(300), publisher: line(300), date: partialDate }),
  agreements: z.array(seedAgreement),
});

/**
 * What an earlier edition of these files said: a running installation compares it with its cells to find those that no
 * one has changed.
 */
export const seedCorrections = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  /** Why, for everybody to read. */
  reason: text(TEXT_LIMITS.note),
  cells: z.array(z.strictObject({ agreement: agreementSlug, cell: line(80), before: cellContent })),
});

export type SeedCorrections = z.infer<typeof seedCorrections>;
export type SeedDataset = z.infer<typeof seedDataset>;
export type SeedCriterionSet = z.infer<typeof seedCriterionSet>;
