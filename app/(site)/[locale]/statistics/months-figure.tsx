import '@/app/(site)/[locale]/analysis/analysis.css';
import type { Words } from '@/lib/platform/i18n/words';
import { everyMonth } from '@/lib/publication/statistics/months';
import { monthsChart } from '@/lib/publication/statistics/months-chart';
import type { MonthCounts } from '@/lib/publication/statistics/statistics';

/** The contributions by month as a drawing; nothing before the second month, of which a table says enough. */
export function MonthsFigure({ counts, words }: { counts: readonly MonthCounts[]; words: Words }) {
  const months = everyMonth(counts);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || months.length < 2) return null;
  const series = (['begun', 'submitted', 'published'] as const)
    .filter((key) => first[key] !== null)
    .map((key) => ({ key, name: words(`statistics.columns.${key}`) }));
  const spoken = {
    title: words('statistics.chart.title'),
    description: words('statistics.chart.spoken', {
      first: first.month,
      last: last.month,
      series: series
        .map(({ key, name }) =>
          words('statistics.chart.series', { name, total: months.reduce((sum, month) => sum + (month[key] ?? 0), 0) }),
        )
        .join('; '),
    }),
  };
  const chart = { ...spoken, months, series };
  return (
    <div className="mb-10 max-w-[54rem]">
      <Svg svg={monthsChart({ ...chart, id: 'by-month-wide', size: 'wide' })} className="figure-wide" />
      <Svg svg={monthsChart({ ...chart, id: 'by-month-narrow', size: 'narrow' })} className="figure-narrow" />
    </div>
  );
}

/** The markup is safe: the drawing is built as elements and serialised, which escapes every name. */
function Svg({ svg, className }: { svg: string; className: string }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}
