import { z } from 'zod';
import { line, text } from '@/lib/agreements/schema';
import { releaseSlug } from '@/lib/publishing/past/point';

/** What an admin says of a release. The rest is the dataset itself. */
export const newRelease = z.strictObject({
  slug: z
    .string({ error: 'not_a_release_name' })
    .trim()
    .refine((slug) => releaseSlug.safeParse(slug).success, 'not_a_release_name'),
  title: line(120).refine((title) => title.length > 0, 'required'),
  notes: text(4_000),
  /** That it is known to be for good. */
  permanent: z.literal('yes', { error: 'permanence_needed' }),
});
export type NewRelease = z.infer<typeof newRelease>;
