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
        blocks: [coverageTable(set, analysis, setting), ...alikeBlocks(set, analysis, setting)],
        sections: [],
      };
    }),
  };
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
  return [
    {
      kind: 'table',
      caption: words('reports.figures.alike', { set: set.title }),
      heads: [words('reports.figures.pair'), words('reports.figures.sharedOf'), words('reports.figures.degree')],
      widths: [60, 20, 20],
      rows: alike.pairs
        .slice(0, MAX_PAIRS)
        .map(({ agreement, other, shared, either, similarity }) => [
          [text(`${name(agreement)} · ${name(other)}`)],
          [text(words('reports.figures.of', { shared, either }))],
          [text(degree.format(similarity))],
        ]),
    },
    note(words('reports.figures.alikeNote')),
  ];
}
