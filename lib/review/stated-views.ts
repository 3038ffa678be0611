import { cellKeyFor } from '@/lib/agreements/facts/row-key';
import { views } from '@/lib/agreements/facts/views';
import { isFactKey } from '@/lib/agreements/facts/registry';
import type { CellContent } from '@/lib/agreements/schema';
import type { Issue } from '@/lib/platform/errors';
import type { Candidate, CellPlan } from './candidate';
import { mergedContent } from './merge';

/** What stands in the cells of views, by key. */
export type PresentViews = ReadonlyMap<string, { content: CellContent; version: number }>;

const { choices } = views.value.parts.value;

const viewKey = (criterion: string, value: unknown) => cellKeyFor('views', { criterion, value });

/** The cells of all views there can be on a criterion; none for a fact. */
export const viewKeysOf = (key: string): string[] =>
  isFactKey(key) ? [] : choices.map((value) => viewKey(key, value));

type StateInput = {
  change: Candidate;
  present: PresentViews;
  /** Whether the assessment becomes disputed, or the new view stands beside it. */
  disputed: boolean;
  path: string;
  fallbackSource: string;
};

/**
 * The cells that state a proposed assessment beside the one that stands. Where it becomes disputed, the present value
 * becomes a view as well, and the assessment unclear. Returns an issue where there is nothing to state it beside:
 * `not_an_assessment`, or `nothing_beside` (the cell holds no value, or the proposed one).
 */
export function planViews({ change, present, disputed, path, fallbackSource }: StateInput): CellPlan[] | Issue {
  const { key, current } = change;
  if (isFactKey(key)) return { path, code: 'not_an_assessment' };
  const isStated = (value: unknown) => choices.some((choice) => choice === value);
  if (!current || !isStated(current.value) || current.value === change.value || !isStated(change.value))
    return { path, code: 'nothing_beside' };
  // Two views or more contradict each other: what is unclear already needs another one.
  if (disputed && current.value === 'unclear' && present.size === 0) return { path, code: 'nothing_beside' };
  const planView = (content: CellContent): CellPlan[] => {
    const cell = viewKey(key, content.value);
    const stands = present.get(cell);
    const value = { criterion: key, value: String(content.value) };
    // A view that is stated already keeps its note and source.
    return stands?.content.value
      ? []
      : [{ key: cell, content: { ...content, value }, seenVersion: stands?.version ?? 0 }];
  };
  const proposed = planView(mergedContent(null, change, fallbackSource));
  if (!disputed || current.value === 'unclear') return proposed;
  const unclear = { value: 'unclear', note: null, source: fallbackSource };
  return [
    { key, content: unclear, seenVersion: change.currentVersion },
    ...planView({ ...current, source: current.source ?? fallbackSource }),
    ...proposed,
  ];
}
