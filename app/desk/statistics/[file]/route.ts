import { withApi } from '@/app/server/api';
import { deskFileHeaders } from '@/app/server/download';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import { wordsIn } from '@/lib/platform/i18n/words';
import { filePrefix } from '@/lib/platform/settings/current-settings';
import { readStatistics } from '@/lib/publication/statistics/statistics';
import { statisticsCsv, tableOfFile } from '@/lib/publication/statistics/tables';

export const dynamic = 'force-dynamic';

/** One table of the desk's statistics as CSV for Excel. Fails with `not_signed_in`, `forbidden`, `not_found`. */
export const GET = withApi<{ file: string }>(async (_request, { file }) => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'contribution.read')) return failure('forbidden');
  const name = tableOfFile(file);
  if (!name) return failure('not_found');
  const csv = statisticsCsv(await readStatistics(can(actor, 'contact.read') ? 'desk' : 'observer'), name, {
    words: wordsIn('en'),
    locale: 'en',
    bom: true,
  });
  return new Response(csv, {
    headers: deskFileHeaders({
      name: `${filePrefix()}-desk-${name}.csv`,
      type: 'text/csv; charset=utf-8; header=present',
    }),
  });
});
