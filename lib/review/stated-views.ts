import { isViewedFact, viewsOn } from '@/lib/agreements/facts/fact-views';
import type { RecordValue } from '@/lib/agreements/facts/fact';
import { cellKeyFor } from '@/lib/agreements/facts/row-key';
import { viewText } from '@/lib/agreements/facts/view-value';
import { views } from '@/lib/agreements/facts/views';
import { isFactKey } from '@/lib/agreements/facts/registry';
import type { CellContent } from '@/lib/agreements/schema';
import type { Issue } from '@/lib/platform/errors';
import { isSameJson } from '@/lib/platform/json';
import type { Candidate, CellPlan } from './candidate';
import { mergedContent } from './merge';

/** What stands in the cells of views, by key. */
export type PresentViews = ReadonlyMap<string, { content: CellContent; version: number }>;

type Value = CellContent['value'];
/** How a cell has several views. */
type Viewed = {
  /** Whether a view can state this value. */
  states: (value: Value) => boolean;
  /** The row that states it. */
  rowOf: (value: Value) => { key: string; value: RecordValue };
  /** What the cell holds while it is disputed. */
  open: Value;
};

const { choices } = views.value.parts.value;

const rowOn = (criterion: string, value: Value) => {
  const row = { criterion, value: String(value) };
  return { key: cellKeyFor('views', row), value: row };
};

/** An assessment or a fact of one cell; null for a name and for a row, which keep one value each. */
function viewedOf(key: string): Viewed | null {
  if (isViewedFact(key)) {
    const rowOf = (value: Value) => {
      const row = { fact: key, value: viewText(key, value) };
      return { key: cellKeyFor('factViews', row), value: row };
    };
    return { states: (value) => value !== null, rowOf, open: null };
  }
  if (isFactKey(key)) return null;
  const states = (value: Value) => choices.some((choice) => choice === value);
  return { states, rowOf: (value) => rowOn(key, value), open: 'unclear' };
}

/** Whether the cell is one of the views on a criterion or a fact. */
export function isViewOn(key: string, cell: string): boolean {
  if (isViewedFact(key)) return cell.startsWith(`factViews:${viewsOn(key)}-`);
  return !isFactKey(key) && choices.some((value) => rowOn(key, value).key === cell);
}

/** From how many views on a cell without a clear value it is disputed: fewer can't contradict each other. */
const DISPUTED_FROM = 2;

/** Whether the views that stand on a cell with this content make it disputed. */
export function isDisputed(key: string, current: CellContent | null, present: PresentViews): boolean {
  const standing = [...present.values()].filter(({ content }) => content.value !== null);
  return current !== null && current.value === viewedOf(key)?.open && standing.length >= DISPUTED_FROM;
}

type StateInput = {
  change: Candidate;
  present: PresentViews;
  /** Whether the cell becomes disputed, or the new view stands beside its value. */
  disputed: boolean;
  path: string;
  fallbackSource: string;
};

/**
 * The cells that state a proposed value beside the one that stands. Where the cell becomes disputed, the present value
 * becomes a view as well, and the assessment unclear, or the fact without a value. Returns an issue where there is
 * nothing to state it beside: `takes_no_views` (a name or a row), or `nothing_beside` (the cell holds no value, or the
 * proposed one).
 */
export function planViews({ change, present, disputed, path, fallbackSource }: StateInput): CellPlan[] | Issue {
  const { key, current } = change;
  const viewed = viewedOf(key);
  if (!viewed) return { path, code: 'takes_no_views' };
  const { states, rowOf, open } = viewed;
  if (!current || isSameJson(current.value, change.value) || !states(change.value))
    return { path, code: 'nothing_beside' };
  const isOpen = current.value === open;
  // Two views or more contradict each other: what is unclear already needs another one.
  if (!isDisputed(key, current, present) && (!states(current.value) || (disputed && isOpen && present.size === 0)))
    return { path, code: 'nothing_beside' };
  const planView = (content: CellContent): CellPlan[] => {
    const { key: cell, value } = rowOf(content.value);
    const stands = present.get(cell);
    // A view that is stated already keeps its note and source.
    return stands?.content.value
      ? []
      : [{ key: cell, content: { ...content, value }, seenVersion: stands?.version ?? 0 }];
  };
  const proposed = planView(mergedContent(null, change, fallbackSource));
  if (!disputed || isOpen) return proposed;
  return [
    { key, content: { value: open, note: null, source: fallbackSource }, seenVersion: change.currentVersion },
    ...planView({ ...current, source: current.source ?? fallbackSource }),
    ...proposed,
  ];
}
