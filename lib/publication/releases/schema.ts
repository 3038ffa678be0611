import { z } from 'zod';
import { filled, line, text } from '@/lib/platform/text/typed-text';
import { releaseSlug } from '@/lib/publication/past/snapshot';

/** What an admin writes about a release. The rest is the dataset itself. */
export const newRelease = z.strictObject({
  slug: z
    .string({ error: 'not_a_release_name' })
    .trim()
    .refine((slug) => releaseSlug.safeParse(slug).success, 'not_a_release_name'),
  title: filled(line(120)),
  notes: text(4_000),
  /** The admin confirms that a release is permanent. */
  permanent: z.literal('yes', { error: 'permanence_needed' }),
});
export type NewRelease = z.infer<typeof newRelease>;
