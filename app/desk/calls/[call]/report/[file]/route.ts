import { withApi } from '@/app/server/api';
import { deskFileHeaders } from '@/app/server/download';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import { wordsIn } from '@/lib/platform/i18n/words';
import { filePrefix } from '@/lib/platform/settings/current-settings';
import { readReportContent } from '@/lib/publication/reports/content';
import { FILE_POLICY, isReportFile, REPORT_FORMATS } from '@/lib/publication/reports/formats';
import { reportTree } from '@/lib/publication/reports/report-tree';
import { listReportTexts } from '@/lib/publication/reports/synthesis/texts';

export const dynamic = 'force-dynamic';

/**
 * The report of a call with the newest text, as it would be published now, as a file for editors. It holds nothing that is not public.
 * Fails with `not_signed_in`, `forbidden`, `not_found`.
 */
export const GET = withApi<{ call: string; file: string }>(async (_request, { call, file }) => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'report.read')) return failure('forbidden');
  const content = isReportFile(file) ? await readReportContent(call, 'en') : null;
  if (!isReportFile(file) || !content) return failure('not_found');
  const { mediaType, write } = REPORT_FORMATS[file];
  const [text] = await listReportTexts(call);
  const synthesis = text?.sections ?? [];
  const report = await reportTree({ content, words: wordsIn('en'), locale: 'en', edition: null, synthesis });
  return new Response(await write(report), {
    headers: {
      ...deskFileHeaders({ name: [filePrefix(), call, 'preview', file].join('-'), type: mediaType }),
      'Content-Security-Policy': FILE_POLICY,
    },
  });
});
