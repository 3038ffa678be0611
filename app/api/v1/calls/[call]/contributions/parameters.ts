import { z } from 'zod';

/** Visible ASCII, which every header preserves. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{16,200}$/);
export const KEY_WORDS =
  'Idempotency-Key is 16 to 200 visible characters of ASCII, without spaces: a random one for each contribution.';

/** The answer to a submission: the private link is given only this once. */
export const submitted = z.strictObject({
  reference: z.string().describe('The permanent reference of the contribution.'),
  link: z
    .url()
    .describe(
      'The private link: with it the contribution is followed, corrected and withdrawn. Given this once; keep it.',
    ),
  status: z.literal('submitted'),
  dropped: z
    .array(
      z.strictObject({
        path: z.string().describe('Where in the body.'),
        characters: z.array(z.string()).describe('Such as U+202E.'),
      }),
    )
    .optional()
    .describe(
      'Only where invisible characters, such as those that turn the direction of writing, were taken out of what was sent.',
    ),
});
export const submittedBefore = z.strictObject({ reference: z.string() });
