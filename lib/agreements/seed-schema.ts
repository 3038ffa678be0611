import { z } from 'zod';
import { CRITERION_SETS, TEXT_LIMITS } from './constants';
import { agreementSlug, assessmentValue, cellContent, criterionKey, factValues } from './schema';
import { line, partialDate, text } from '@/lib/platform/text/typed-text';

/** The shape of the files in `prisma/data/`: what the canonical dataset is before anyone contributes. */
const provenance = {
  note: text(TEXT_LIMITS.note).optional(),
  source: text(TEXT_LIMITS.source).optional(),
  asOf: partialDate.optional(),
};

const fact = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, ...provenance, source: text(TEXT_LIMITS.source) });

export const seedAgreement = z.strictObject({
  slug: agreementSlug,
  analysed: z.boolean(),
  facts: z.strictObject({
    name: fact(factValues.name),
    shortName: fact(factValues.shortName),
    launchDate: fact(factValues.launchDate).optional(),
    space: fact(factValues.space),
    bindingNature: fact(factValues.bindingNature).optional(),
    stakeholders: fact(factValues.stakeholders).optional(),
    signatories: fact(factValues.signatories).optional(),
    maintainer: fact(factValues.maintainer).optional(),
    link: fact(factValues.link).optional(),
    summary: fact(factValues.summary),
    uniqueElements: fact(factValues.uniqueElements).optional(),
  }),
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

/** What an earlier edition of these files said: by it a running installation knows what of it still stands. */
export const seedCorrections = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  /** Why, for everybody to read. */
  reason: text(TEXT_LIMITS.note),
  cells: z.array(z.strictObject({ agreement: agreementSlug, cell: line(80), before: cellContent })),
});

export type SeedCorrections = z.infer<typeof seedCorrections>;
export type SeedDataset = z.infer<typeof seedDataset>;
export type SeedCriterionSet = z.infer<typeof seedCriterionSet>;
