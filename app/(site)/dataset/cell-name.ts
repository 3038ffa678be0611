import type { FactField } from '@/lib/agreements/schema';
import { isFactField } from '@/lib/agreements/schema';
import type { PublicCriterionSet } from '@/lib/publication/schema';

/** What a cell is called: a fact in the reader's language, a criterion by its title, anything else by its key. */
export function nameOfCell(
  cell: string,
  sets: readonly PublicCriterionSet[],
  factName: (field: FactField) => string,
): string {
  if (isFactField(cell)) return factName(cell);
  return sets.flatMap((set) => set.criteria).find((criterion) => criterion.key === cell)?.title ?? cell;
}
