import { z } from 'zod';
import { moment, publicCall, publicRelease } from '@/lib/publication/schema';
import { publicWithholding } from '@/lib/publication/withholding/schema';

/** One published report of a call. */
const publicReport = z.strictObject({
  edition: z.number().describe('Its number among the published reports of the call.'),
  publishedAt: moment,
  url: z.string().describe('Its page.'),
  files: publicRelease.shape.files,
  withheld: publicWithholding
    .nullable()
    .describe(
      'Why and since when its files are not given out, for law or safety: they answer 451. Null for all others.',
    ),
});

/** A call with its published reports, as the API gives it. */
export const publicCallWithReports = publicCall.extend({
  reports: z
    .array(publicReport)
    .describe('Its published reports, the newest first. A report that is published never changes.'),
});

export type PublicReport = z.infer<typeof publicReport>;
export type PublicCallWithReports = z.infer<typeof publicCallWithReports>;
