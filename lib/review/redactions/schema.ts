import { z } from 'zod';
import { REDACTION_REASON_KEYS } from '@/lib/platform/redaction/marks';
import { emptyIsAbsent } from '@/lib/platform/text/typed-text';
import { reasonGiven } from '@/lib/review/schema';

/** The most characters of a passage: as many as the longest answer has. */
const MAX_PASSAGE = 50_000;

/** What an editor sends to take a passage out. Without `occurrence`, a passage that occurs several times is refused. */
export const redactionInput = z.object({
  place: z.string().min(1, 'required').max(400),
  passage: z.string().trim().min(1, 'required').max(MAX_PASSAGE, 'too_long'),
  occurrence: z.preprocess(
    emptyIsAbsent,
    z.union([z.literal('all'), z.coerce.number('not_a_number').int('not_a_number').min(1, 'not_a_number')]).optional(),
  ),
  reason: z.enum(REDACTION_REASON_KEYS, { error: 'unknown_choice' }),
  note: reasonGiven,
});
export type RedactionInput = z.infer<typeof redactionInput>;

export const liftInput = z.object({ id: z.uuid(), reason: reasonGiven });
