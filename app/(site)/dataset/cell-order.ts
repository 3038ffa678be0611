import { inFactOrder } from '@/lib/agreements/facts/registry';
import type { PublicCriterionSet } from '@/lib/publication/schema';

/**
 * The order of an agreement's cells on a page: its facts, the rows among `keys` with theirs, then set after set,
 * criterion after criterion.
 */
export function cellOrder(sets: readonly PublicCriterionSet[], keys: readonly string[] = []): string[] {
  return [...inFactOrder(keys), ...sets.flatMap((set) => set.criteria.map((criterion) => criterion.key))];
}

/** The same cells in that order; an unknown cell comes last. */
export function inCellOrder<Entry extends { cell: string }>(
  entries: readonly Entry[],
  sets: readonly PublicCriterionSet[],
): Entry[] {
  const keys = entries.map(({ cell }) => cell);
  const place = new Map(cellOrder(sets, keys).map((cell, at) => [cell, at]));
  const placeOf = ({ cell }: Entry) => place.get(cell) ?? place.size;
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b));
}
