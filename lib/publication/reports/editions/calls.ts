import type { Locale } from '@/lib/platform/i18n/routing';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { listPublicCalls } from '@/lib/publication/calls';
import { listEditions } from './editions';
import type { PublicEdition } from './editions';
import { publicCallWithReports } from './schema';
import type { PublicCallWithReports, PublicReport } from './schema';

/** The published calls, newest first, each with its published reports and the addresses of their files on this site. */
export async function listCallsWithReports(locale: Locale, now = new Date()): Promise<PublicCallWithReports[]> {
  const [calls, editions] = await Promise.all([listPublicCalls(locale, now), listEditions()]);
  const reportsOf = (slug: string) => editions.filter(({ call }) => call === slug).map((one) => reportOf(one, locale));
  return calls.map((call) => publicCallWithReports.parse({ ...call, reports: reportsOf(call.slug) }));
}

function reportOf({ call, number, publishedAt, files, withheld }: PublicEdition, locale: Locale): PublicReport {
  const paths = pathsIn(locale);
  return {
    edition: number,
    publishedAt,
    url: paths.callReport(call, number),
    files: files.map((file) => ({ ...file, url: paths.callReportFile(call, number, file.name) })),
    withheld,
  };
}
