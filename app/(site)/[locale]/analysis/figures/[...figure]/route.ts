import { makeFigureFile, makeUniqueElementsFile } from '@/app/(site)/[locale]/analysis/figure-data/files';
import { localeOf } from '@/app/(site)/frame/locale';
import { sendPublished } from '@/app/server/published-body';
import { allowReading, onlyReading, reading } from '@/app/api/v1/reading';
import { TAGS } from '@/lib/platform/cache/tags';

type Params = { locale: string; figure: string[] };

/**
 * The figures of the analysis as files: `elements-2019/coverage.svg` and `.csv`, of a view
 * `elements-2019/view/at/2020-11-30/coverage.svg`.
 */
export const GET = reading<Params>(async (request, params) => {
  const locale = await localeOf(Promise.resolve(params));
  const { figure: parts } = params;
  const name = parts.join('-').replaceAll(/[^\w.-]/g, '-');
  const isImage = name.endsWith('.svg');
  return sendPublished(request, {
    key: `figure:${locale}:${parts.join('/')}`,
    tags: [TAGS.dataset, TAGS.releases],
    type: isImage ? 'image/svg+xml' : 'text/csv; charset=utf-8; header=present',
    headers: { 'Content-Disposition': `${isImage ? 'inline' : 'attachment'}; filename="${name}"` },
    make: () => (name === 'unique-elements.csv' ? makeUniqueElementsFile() : makeFigureFile(parts, locale)),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
