import type { MonthCounts } from './statistics';

/** The months from the first to the last one of a list in order, such as `2026-11`, without a gap. */
export function everyMonth(counts: readonly MonthCounts[]): MonthCounts[] {
  const [first, last] = [counts[0]?.month, counts.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const byMonth = new Map(counts.map((one) => [one.month, one]));
  const months: MonthCounts[] = [];
  for (const day = new Date(`${first}-01T00:00:00Z`); monthOf(day) <= last; day.setUTCMonth(day.getUTCMonth() + 1)) {
    const month = monthOf(day);
    months.push(byMonth.get(month) ?? { ...emptyLike(counts[0]), month });
  }
  return months;
}

const monthOf = (day: Date) => day.toISOString().slice(0, 7);

const emptyLike = (one: MonthCounts | undefined) => ({
  begun: one?.begun == null ? null : 0,
  submitted: one?.submitted == null ? null : 0,
  published: 0,
});
