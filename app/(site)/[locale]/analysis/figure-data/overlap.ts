import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Size } from '@/lib/publication/analysis/drawing/canvas';
import { heatChart } from '@/lib/publication/analysis/drawing/heat-chart';
import { pairsChart } from '@/lib/publication/analysis/drawing/pairs-chart';
import { overlap, type Pair } from '@/lib/publication/analysis/overlap';
import { degree } from '@/lib/publication/analysis/similarity';
import type { Study } from '@/lib/publication/analysis/study';
import { MIN_GROUP } from '@/lib/publication/small-groups';
import { rounded, type Figure, type FigureTable } from './figure';
import { unsaidFigure } from './unsaid';
import type { Words } from './words';

/** The highest number of agreements in one table of shades; with more, the strongest pairs are shown. */
const MAX_IN_TABLE = 40;
const MAX_PAIRS = 100;
const PAIRS_DRAWN = 25;
const PAIRS_LINKED = 6;

/** How much content agreements share. */
export function overlapFigure(study: Study, words: Words): Figure {
  const { t } = words;
  const count = study.agreements.length;
  const inTable = count <= MAX_IN_TABLE;
  const { strongest, pairs, half, median, leftOut } = overlap(study, inTable ? (count * (count - 1)) / 2 : MAX_PAIRS);
  const first = strongest[0];
  if (!first || median === null)
    return unsaidFigure('overlap', count, t('overlap.nothing', { count, needed: MIN_GROUP }), words);
  const title = t('overlap.title');
  const best = { one: first.one.shortName, other: first.other.shortName, shared: first.shared, either: first.either };
  const finding = pairs === 1 ? t('overlap.single', best) : t('overlap.finding', { pairs, half, median, ...best });
  const drawn = strongest.slice(0, PAIRS_DRAWN);
  const spoken = { title, description: finding };
  return {
    name: 'overlap',
    isSaid: true,
    title,
    finding,
    method: t('overlap.method', { needed: MIN_GROUP }),
    definition: { words: t('overlap.definition'), href: `${pathsIn(words.locale).limits}#alike` },
    notes: [
      ...(inTable ? [] : [t('overlap.strongest', { count: drawn.length })]),
      ...(leftOut > 0 ? [t('overlap.leftOut', { count: leftOut })] : []),
    ],
    draw: (size, id) =>
      inTable ? shades(study, strongest, { id, ...spoken }, words) : bars(drawn, { id, size, ...spoken }, words),
    scrolls: inTable,
    table: tableOf(strongest, words),
    ways: {
      title: t('overlap.closest'),
      links: strongest.slice(0, PAIRS_LINKED).map((pair) => ({
        words: t('overlap.compare', { one: pair.one.shortName, other: pair.other.shortName }),
        href: comparing(pair, words),
      })),
    },
  };
}

type Spoken = { id: string; title: string; description: string };

/** Half of the table, because the other half is the same. */
function shades(study: Study, pairs: readonly Pair[], spoken: Spoken, { t }: Words): string {
  const degrees = new Map(pairs.map((pair) => [`${pair.one.slug} ${pair.other.slug}`, degree(pair)]));
  const names = study.agreements.map(({ slug, shortName }) => ({ key: slug, name: shortName }));
  const cells = names.flatMap((row, at) =>
    names.slice(0, at).map((column) => {
      const part = degrees.get(`${column.key} ${row.key}`) ?? null;
      return {
        row: row.key,
        column: column.key,
        part,
        text: part === null ? t('overlap.incomparable') : `${Math.round(part * 100)}`,
      };
    }),
  );
  return heatChart({
    ...spoken,
    rows: names.slice(1),
    columns: names.slice(0, -1),
    cells,
    cell: { width: 33, height: 27 },
    heads: 'slanted',
  });
}

function bars(pairs: readonly Pair[], chart: Spoken & { size: Size }, { t, percent }: Words): string {
  const rows = pairs.map((pair) => ({
    name: t('overlap.pair', { one: pair.one.shortName, other: pair.other.shortName }),
    degree: degree(pair),
    text: percent(degree(pair)),
  }));
  return pairsChart({ ...chart, rows });
}

const comparing = ({ one, other }: Pair, { locale }: Words): string =>
  `${pathsIn(locale).compare}/view/agreements/${one.slug},${other.slug}`;

function tableOf(pairs: readonly Pair[], words: Words): FigureTable {
  const { t, percent } = words;
  return {
    columns: [
      { key: 'agreement', title: null },
      { key: 'other_agreement', title: null },
      { key: 'short_name', title: t('columns.one') },
      { key: 'other_short_name', title: t('columns.other') },
      { key: 'found_in_both', title: t('columns.both'), numeric: true },
      { key: 'found_in_either', title: t('columns.either'), numeric: true },
      { key: 'similarity', title: t('columns.similarity'), numeric: true },
    ],
    rows: pairs.map((pair) => [
      pair.one.slug,
      pair.other.slug,
      pair.one.shortName,
      pair.other.shortName,
      pair.shared,
      pair.either,
      { value: rounded(degree(pair)), shown: percent(degree(pair)), href: comparing(pair, words) },
    ]),
  };
}
