import { parameters, words as parameterWords } from '@/app/data/parameters';
import { readParameters } from '@/app/api/v1/parameters';
import { localeOf } from '@/app/(site)/frame/locale';
import { withApi } from '@/app/server/api';
import { publicStatistics } from '@/app/(site)/[locale]/statistics/public-statistics';
import { sendPublished } from '@/app/server/published-body';
import { TAGS } from '@/lib/platform/cache/tags';
import { wordsIn } from '@/lib/platform/i18n/words';
import { filePrefix } from '@/lib/platform/settings/current-settings';
import { statisticsCsv, tableOfFile } from '@/lib/publication/statistics/tables';

type Params = { locale: string; file: string };

/** One table of the public statistics as CSV. Fails with `not_found`. */
export const GET = withApi<Params>(async (request, params) => {
  const asked = readParameters(request, parameters, parameterWords);
  if (!asked.ok) return asked.response;
  const locale = await localeOf(Promise.resolve(params));
  const [bom, name] = [asked.parameters.bom === '1', tableOfFile(params.file)];
  return sendPublished(request, {
    key: `statistics:${locale}:${name ?? ''}${bom ? ':bom' : ''}`,
    tags: [TAGS.contributions, TAGS.calls, TAGS.dataset],
    type: 'text/csv; charset=utf-8; header=present',
    headers: { 'Content-Disposition': `attachment; filename="${encodeURIComponent(`${filePrefix()}-${name}.csv`)}"` },
    make: async () =>
      name ? statisticsCsv(await publicStatistics(), name, { words: wordsIn(locale), locale, bom }) : null,
  });
});
