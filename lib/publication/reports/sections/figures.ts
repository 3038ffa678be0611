import { AREA_VALUES } from '@/lib/publication/analysis/drawing/patterns';
import { analysisRecord } from '@/lib/publication/analysis/record';
import { isLargeEnough, MIN_GROUP } from '@/lib/publication/small-groups';
import type { PublicCriterionSet } from '@/lib/publication/schema';
import { note, paragraph, text } from '@/lib/publication/reports/report';
import type { ReportBlock, ReportSection } from '@/lib/publication/reports/report';
import type { Setting } from '@/lib/publication/reports/setting';

/** The pairs that are listed of each set. */
const MAX_PAIRS = 10;

type Analysis = ReturnType<typeof analysisRecord>;

/** How many agreements contain each criterion, and which agreements are most alike; the limits are those of the API. */
export function figuresSection(setting: Setting): ReportSection {
  const { content, words } = setting;
  return {
    id: 'figures',
    title: words('reports.figures.title'),
    blocks: [note(words('reports.figures.lead', { needed: MIN_GROUP }))],
    sections: content.sets.map((set) => {
      const analysis = analysisRecord({ agreements: content.after, set, limits: '' });
      return {
        id: `figures-${set.slug}`,
        title: set.title,
        blocks: [
          ...coverageChart(set, analysis, setting),
          coverageTable(set, analysis, setting),
          ...alikeBlocks(set, analysis, setting),
        ],
        sections: [],
      };
    }),
  };
}

/** A bar for each criterion on which enough agreements were assessed; nothing where there is none. */
function coverageChart(set: PublicCriterionSet, { criteria, agreements }: Analysis, { words }: Setting): ReportBlock[] {
  const named = new Map(set.criteria.map((criterion) => [criterion.key, criterion]));
  const rows = criteria.flatMap(({ criterion: key, assessed, counts }) => {
    const criterion = named.get(key);
    if (!criterion || !counts) return [];
    return [{ criterion, counts: { ...counts, not_assessed: agreements - assessed } }];
  });
  const sorted = rows.toSorted((one, other) => other.counts.yes - one.counts.yes);
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  if (!top || !bottom) return [];
  const finding = words('analysis.coverage.finding', {
    top: top.criterion.title,
    topYes: top.counts.yes,
    bottom: bottom.criterion.title,
    bottomYes: bottom.counts.yes,
    count: agreements,
  });
  const said = Object.fromEntries(AREA_VALUES.map((value) => [value, words(`common.values.${value}`)]));
  return [
    {
      kind: 'chart',
      id: `figures-${set.slug}-coverage`,
      title: words('reports.figures.coverageDrawn', { set: set.title }),
      description: words('reports.figures.drawnAs', { finding }),
      drawn: {
        as: 'coverage',
        rows: rows.map(({ criterion: { key, shortTitle }, counts }) => ({ criterion: { key, shortTitle }, counts })),
        words: said as Record<(typeof AREA_VALUES)[number], string>, // one entry for each value
      },
    },
  ];
}

function coverageTable(set: PublicCriterionSet, { criteria }: Analysis, { words, locale }: Setting): ReportBlock {
  const titles = new Map(set.criteria.map(({ key, title }) => [key, title]));
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const values = ['yes', 'indirect', 'unclear', 'no'] as const;
  return {
    kind: 'table',
    caption: words('reports.figures.coverage', { set: set.title }),
    heads: [
      words('reports.figures.criterion'),
      words('reports.figures.assessed'),
      ...values.map((value) => words(`common.values.${value}`)),
      words('reports.figures.share'),
    ],
    widths: [34, 12, 9, 11, 11, 9, 14],
    rows: criteria.map(({ criterion, assessed, counts, share }) => [
      [text(titles.get(criterion) ?? criterion)],
      [text(String(assessed))],
      ...values.map((value) => [text(counts ? String(counts[value]) : '')]),
      [text(share === null ? words('reports.figures.tooFew') : percent.format(share))],
    ]),
  };
}

function alikeBlocks(
  set: PublicCriterionSet,
  { alike, agreements }: Analysis,
  { content, words, locale }: Setting,
): ReportBlock[] {
  if (alike === null || !isLargeEnough(agreements))
    return [paragraph(words('reports.figures.alikeTooFew', { assessed: agreements, needed: MIN_GROUP }))];
  if (alike.pairs.length === 0) return [];
  const name = (slug: string) => content.names.agreements[slug] ?? slug;
  const degree = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const shortNames = new Map(content.after.map(({ slug, shortName }) => [slug, shortName]));
  const short = (slug: string) => shortNames.get(slug) ?? slug;
  const pairs = alike.pairs.slice(0, MAX_PAIRS).map((pair) => ({
    ...pair,
    name: `${name(pair.agreement)} · ${name(pair.other)}`,
    shortName: `${short(pair.agreement)} · ${short(pair.other)}`,
    text: degree.format(pair.similarity),
  }));
  const finding = words('reports.figures.alikeFinding', { pair: pairs[0]?.name ?? '', degree: pairs[0]?.text ?? '' });
  return [
    {
      kind: 'chart',
      id: `figures-${set.slug}-alike`,
      title: words('reports.figures.alikeDrawn', { set: set.title }),
      description: words('reports.figures.drawnAs', { finding }),
      drawn: {
        as: 'pairs',
        rows: pairs.map((pair) => ({ name: pair.shortName, degree: pair.similarity, text: pair.text })),
      },
    },
    {
      kind: 'table',
      caption: words('reports.figures.alike', { set: set.title }),
      heads: [words('reports.figures.pair'), words('reports.figures.sharedOf'), words('reports.figures.degree')],
      widths: [60, 20, 20],
      rows: pairs.map((pair) => [
        [text(pair.name)],
        [text(words('reports.figures.of', { shared: pair.shared, either: pair.either }))],
        [text(pair.text)],
      ]),
    },
    note(words('reports.figures.alikeNote')),
  ];
}
