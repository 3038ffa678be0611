import { isFactKey } from '@/lib/agreements/facts/registry';
import { factCellLabel } from '@/lib/agreements/facts/words';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { PublicCriterionSet } from '@/lib/publication/schema';

/** A cell's name: a fact in the reader's language, a criterion by its title, anything else by its key. */
export function nameOfCell(cell: string, sets: readonly PublicCriterionSet[], locale: Locale): string {
  if (isFactKey(cell)) return factCellLabel(cell, locale);
  return sets.flatMap((set) => set.criteria).find((criterion) => criterion.key === cell)?.title ?? cell;
}
