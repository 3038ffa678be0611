import { useLocale, useTranslations } from 'next-intl';
import type { RecordValue } from '@/lib/agreements/facts/fact';
import { partChoiceWord } from '@/lib/agreements/facts/words';

const [WIDTH, HEIGHT, MARGIN] = [220, 48, 4];

type Point = { at: number; count: number };

/**
 * How a number developed, as a line: the list below it has the same numbers in words. Nothing is drawn from less than
 * two dated numbers.
 */
export function CountChart({ counts }: { counts: readonly RecordValue[] }) {
  const t = useTranslations('agreements.page');
  const locale = useLocale();
  const points = pointsOf(counts);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first.at === last.at) return null;
  const highest = Math.max(...points.map(({ count }) => count), 1);
  const x = (at: number) => MARGIN + ((at - first.at) / (last.at - first.at)) * (WIDTH - 2 * MARGIN);
  const y = (count: number) => HEIGHT - MARGIN - (count / highest) * (HEIGHT - 2 * MARGIN);
  const [{ counted = '', unit = '' } = {}] = counts;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block h-12 w-56 max-w-full text-accent"
      role="img"
      aria-label={t('countChart', {
        counted: partChoiceWord('counts', 'counted', String(counted), locale),
        unit: String(unit),
        first: first.count,
        last: last.count,
      })}
    >
      <polyline
        points={points.map(({ at, count }) => `${x(at)},${y(count)}`).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
      />
      {points.map(({ at, count }) => (
        <circle key={`${at}`} cx={x(at)} cy={y(count)} r={2.5} fill="currentColor" />
      ))}
    </svg>
  );
}

/** The dated numbers in the order of time; a year or month counts as its beginning. */
function pointsOf(counts: readonly RecordValue[]): Point[] {
  return counts
    .flatMap(({ asOf, count }) =>
      typeof asOf === 'string' && typeof count === 'number'
        ? [{ at: Date.parse(`${asOf}${'-01-01'.slice(asOf.length - 4)}`), count }]
        : [],
    )
    .toSorted((one, other) => one.at - other.at);
}
