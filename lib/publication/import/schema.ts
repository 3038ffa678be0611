import { z } from 'zod';
import { isStoredFactKey } from '@/lib/agreements/facts/registry';
import { agreementSlug, criterionKey, pastContent, readStoredValue } from '@/lib/agreements/schema';
import { storedFacts } from '@/lib/agreements/facts/schemas';
import { storedLine } from '@/lib/platform/text/stored-text';
import { publicAgreement } from '@/lib/publication/schema';
import type { PublicAgreement, PublicCell } from '@/lib/publication/schema';

/** As addresses name a version: of six digits at most. */
const version = z.int().min(1).max(999_999);

/**
 * A downloaded agreements.json: the published shape, every value valid for its field, every version one that its
 * agreement has had.
 */
export const downloadedDataset = z.strictObject({
  data: z
    .array(
      publicAgreement
        .extend({ slug: agreementSlug, name: storedFacts.name, shortName: storedFacts.shortName, version })
        .refine(({ facts }) => Object.keys(facts).every(isStoredFactKey), 'unknown_field')
        .refine(
          ({ assessments }) => Object.keys(assessments).every((key) => criterionKey.safeParse(key).success),
          'unknown_criterion',
        )
        .refine((agreement) => cellsOf(agreement).every(([key, cell]) => isCell(key, cell)), 'invalid')
        .refine(
          (agreement) =>
            cellsOf(agreement).every(([, cell]) => version.max(agreement.version).safeParse(cell.version).success),
          'unknown_version',
        ),
    )
    .refine((data) => new Set(data.map(({ slug }) => slug)).size === data.length, 'named_twice'),
});
export type DownloadedDataset = z.infer<typeof downloadedDataset>;

const cellsOf = ({ facts, assessments }: PublicAgreement) => Object.entries({ ...facts, ...assessments });

/** Whether the dataset can hold it and its history can be read later. */
function isCell(key: string, { value, note, source, asOf, contributions }: PublicCell): boolean {
  if (
    !pastContent.safeParse({ value, note, source, asOf }).success ||
    contributions.some((reference) => !storedLine(100).safeParse(reference).success)
  )
    return false;
  return value === null || readStoredValue(key, value).success;
}
