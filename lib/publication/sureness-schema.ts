import { z } from 'zod';
import { SOURCE_KINDS } from '@/lib/agreements/sources/schema';

/** Who decided that a value holds: a role, never a person. */
export const DECIDED_BY = ['import', 'editor', 'two_editors'] as const;

/** How sure a value is: computed of its source, its revision and the decisions on what was proposed for it. */
export const publicSureness = z.strictObject({
  sourceKind: z
    .enum(SOURCE_KINDS)
    .nullable()
    .describe('What sort of source it rests on; null where its source has no record.'),
  confirmations: z
    .number()
    .describe(
      'How many contributions of different affiliations said the same and were accepted. All that show no affiliation count as one.',
    ),
  decidedBy: z.enum(DECIDED_BY).describe('An import, an editor, or two editors.'),
  verifiedOn: z
    .string()
    .nullable()
    .describe(
      'The day of the newest decision that set or confirmed it. For what was imported and not decided on since, the year of its source.',
    ),
});
export type PublicSureness = z.infer<typeof publicSureness>;
