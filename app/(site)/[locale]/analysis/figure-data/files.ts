import { agreements } from '@/app/server/published';
import { readAnalysis, type Analysis } from '@/app/(site)/[locale]/analysis/read-analysis';
import { origin } from '@/lib/platform/env';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { pngOf } from '@/lib/publication/analysis/drawing/png';
import { standalone } from '@/lib/publication/analysis/drawing/standalone';
import { figureOfFile } from '@/lib/publication/analysis/figures';
import { ANALYSIS_VIEW } from '@/lib/publication/analysis/selection';
import { uniqueElements } from '@/lib/publication/analysis/unique-elements';
import { toCsv } from '@/lib/platform/csv';
import { isDay } from '@/lib/publication/past/snapshot';
import { viewAddress } from '@/lib/publication/views/address';
import type { Locale } from '@/lib/platform/i18n/routing';
import { valueOf, type Figure } from './figure';
import { figureOf } from './figures-of';
import { wordsIn, type Words } from './words';

/** The figure at an address below `figures/`, as an image or as its numbers; null for an unknown address. */
export async function makeFigureFile(
  parts: readonly string[],
  locale: Locale,
): Promise<string | Uint8Array<ArrayBuffer> | null> {
  const [set = '', ...rest] = parts;
  const wanted = figureOfFile(rest.at(-1) ?? '');
  const narrowed = rest.slice(0, -1);
  if (!wanted || (narrowed.length > 0 && narrowed[0] !== 'view')) return null;
  const [analysis, words] = await Promise.all([readAnalysis(set, narrowed.slice(1)), wordsIn(locale)]);
  const figure = analysis && figureOf(wanted.figure, { set, study: analysis.study, view: analysis.view }, words);
  if (!figure) return null;
  if (wanted.format === 'csv') return csvOf(figure);
  const image = imageOf(figure, analysis, words);
  return wanted.format === 'png' ? pngOf(image) : image;
}

/** The elements that are unique to one agreement, one row per element. */
export async function makeUniqueElementsFile(): Promise<string> {
  const rows = uniqueElements(await agreements()).flatMap(({ slug, shortName, elements, source }) =>
    elements.map((element) => [slug, shortName, element, source]),
  );
  return toCsv(['agreement', 'short_name', 'element', 'source'], rows);
}

function csvOf({ table }: Figure): string {
  return toCsv(
    table.columns.map(({ key }) => key),
    table.rows.map((row) => row.map(valueOf)),
  );
}

function imageOf(figure: Figure, analysis: Analysis, words: Words): string {
  return standalone(figure.draw('wide', figure.name), {
    title: `${figure.title}: ${analysis.set.title}`,
    notes: [figure.finding, ...(figure.notes ?? []), ...creditOf(analysis, words)],
  });
}

/** The source and date of the numbers: an image is often used without its page. */
function creditOf({ set, study, view, dataset }: Analysis, { t, space, day, locale }: Words): string[] {
  const [at, chosen] = [view.at?.[0], view.space?.[0]];
  const address = `${origin()}${viewAddress(pathsIn(locale).analysisOf(set.slug), ANALYSIS_VIEW, view)}`;
  const changed = dataset.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), '');
  const which = t('which', { count: study.agreements.length, unassessed: study.unassessed });
  const of = ANALYSIS_VIEW.space.value.safeParse(chosen).data;
  return [
    of ? `${which} ${t('whichSpace', { space: space(of) })}` : which,
    at === undefined
      ? t('credit', { date: day(changed), address })
      : t('creditAt', { point: isDay(at) ? sayPartialDate(at, locale) : at, address }),
    t('creditLimits', { address: `${origin()}${pathsIn(locale).limits}` }),
  ];
}
