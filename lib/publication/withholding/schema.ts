import { z } from 'zod';

/** Why something frozen is not given out, and since when. */
export const publicWithholding = z.strictObject({
  reason: z.string(),
  since: z.iso.datetime(),
});
export type PublicWithholding = z.infer<typeof publicWithholding>;
