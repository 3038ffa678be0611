import { isLargeEnough, withoutSmallGroups } from '@/lib/publication/small-groups';

/** An option of a question, and how often each call's contributions chose it; null where that is not said. */
export type OptionCounts = { value: string; label: string; counts: (number | null)[] };

/** The chosen options of every answer to one call's question. */
export type Chosen = readonly (readonly string[])[];

/**
 * How often each option was chosen, call by call. In public, no count and no difference of two counts describes fewer
 * than five contributions: where every answer is one option, small counts are left out together; where an answer may be
 * several, an option is counted only if both those who chose it and those who did not are enough.
 */
export function countOptions(
  options: readonly { value: string; label: string }[],
  calls: readonly Chosen[],
  audience: 'public' | 'desk',
): OptionCounts[] {
  const byCall = calls.map((answers) =>
    audience === 'desk' ? exactCounts(options, answers) : publicCounts(options, answers),
  );
  return options.map(({ value, label }) => ({
    value,
    label,
    counts: byCall.map((counts) => counts.get(value) ?? null),
  }));
}

type Options = readonly { value: string }[];

const exactCounts = (options: Options, answers: Chosen) =>
  new Map(options.map(({ value }) => [value, answers.filter((chosen) => chosen.includes(value)).length]));

function publicCounts(options: Options, answers: Chosen): Map<string, number> {
  const exact = exactCounts(options, answers);
  const groups = [...exact].map(([value, count]) => ({ value, count }));
  // Chosen by all: then there is no other group whose size it would tell.
  const areEnough = (count: number) => count === answers.length || isLargeEnough(answers.length - count);
  const shown = answers.every((chosen) => chosen.length === 1)
    ? withoutSmallGroups(groups).shown
    : groups.filter(({ count }) => isLargeEnough(count) && areEnough(count));
  return new Map(shown.map(({ value, count }) => [value, count]));
}
