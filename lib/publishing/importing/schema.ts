import { z } from 'zod';
import { agreementSlug, criterionKey, isFactField, parseCellValue } from '@/lib/agreements/schema';
import { publicAgreement } from '@/lib/publishing/schema';

/** A downloaded agreements.json: the shape that left, every value as its field wants it. */
export const downloadedDataset = z.strictObject({
  data: z.array(
    publicAgreement
      .extend({ slug: agreementSlug })
      .refine(({ facts }) => Object.keys(facts).every(isFactField), 'unknown_field')
      .refine(({ assessments }) => Object.keys(assessments).every((key) => criterionKey.safeParse(key).success), 'unknown_criterion')
      .refine(({ facts, assessments }) => Object.entries({ ...facts, ...assessments }).every(([key, { value }]) => value === null || parseCellValue(key, value).success), 'invalid'),
  ),
});
export type DownloadedDataset = z.infer<typeof downloadedDataset>;
