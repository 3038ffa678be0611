import { z } from 'zod';
import { publicAttribution } from '@/lib/publication/schema';
import { FIELD_KINDS, fieldKindOf } from '@/lib/questions/record-fields';

/** One record of a published contribution, with what is said of its author. */
export const publicRecord = z.strictObject({
  contribution: z.string(),
  number: z.number().describe('Its place in the answer of its contribution, from 1.'),
  attribution: publicAttribution,
  language: z.string().nullable().describe('What its words are written in, as in ISO 639-1; null if it is not known.'),
  values: z
    .record(z.string(), z.union(FIELD_KINDS.map((kind) => fieldKindOf({ kind }).shape)))
    .describe('The values of its fields by their keys; a field left empty has none.'),
  shown: z
    .array(
      z.strictObject({
        field: z.string(),
        parts: z.array(
          z.strictObject({
            label: z.string().optional(),
            values: z.array(z.strictObject({ text: z.string(), link: z.string().optional() })),
          }),
        ),
      }),
    )
    .describe('The same in words, for all fields in their order.'),
});
export type PublicRecord = z.infer<typeof publicRecord>;
