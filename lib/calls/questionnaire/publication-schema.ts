import { z } from 'zod';
import { filled, text } from '@/lib/platform/text/typed-text';

/** What an admin says when a version is published. */
export const publicationInput = z.strictObject({
  slug: z.string(),
  /** The version of the draft that was looked at. */
  version: z.coerce.number().int(),
  reason: filled(text(1_000), 'version_reason_required'),
  /** For each reworded question by its key: does it still mean the same? */
  meanings: z.record(z.string(), z.enum(['same', 'other'])),
});
export type PublicationInput = z.infer<typeof publicationInput>;
