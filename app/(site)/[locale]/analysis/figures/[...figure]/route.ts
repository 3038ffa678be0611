import { makeFigureFile, makeUniqueElementsFile } from '@/app/(site)/[locale]/analysis/figure-data/files';
import { localeOf } from '@/app/(site)/frame/locale';
import { sendPublished } from '@/app/server/published-body';
import { allowReading, onlyReading, reading } from '@/app/api/v1/reading';
import { TAGS } from '@/lib/platform/cache/tags';

const SVG = { type: 'image/svg+xml', disposition: 'inline' };
const PNG = { type: 'image/png', disposition: 'inline' };
const CSV = { type: 'text/csv; charset=utf-8; header=present', disposition: 'attachment' };

type Params = { locale: string; figure: string[] };

/**
 * The figures of the analysis as files: `elements-2019/coverage.svg`, `.png` and `.csv`, of a view
 * `elements-2019/view/at/2020-11-30/coverage.svg`.
 */
export const GET = reading<Params>(async (request, params) => {
  const locale = await localeOf(Promise.resolve(params));
  const { figure: parts } = params;
  const name = parts.join('-').replaceAll(/[^\w.-]/g, '-');
  const { type, disposition } = name.endsWith('.svg') ? SVG : name.endsWith('.png') ? PNG : CSV;
  return sendPublished(request, {
    key: `figure:${locale}:${parts.join('/')}`,
    tags: [TAGS.dataset, TAGS.releases],
    type,
    headers: { 'Content-Disposition': `${disposition}; filename="${name}"` },
    make: () => (name === 'unique-elements.csv' ? makeUniqueElementsFile() : makeFigureFile(parts, locale)),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
