import { agreementsAt, criterionSets } from '@/app/server/published';
import { layOut } from '@/lib/publication/matrix/layout';
import type { Matrix } from '@/lib/publication/matrix/layout';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';
import type { MatrixView } from '@/lib/publication/matrix/filter-schema';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { readView } from '@/lib/publication/views/address';

export type ReadMatrix = { view: MatrixView; matrix: Matrix; dataset: PublicAgreement[]; sets: PublicCriterionSet[] };

/** The view for the parts of an address after `view`; null for an unknown view. */
export async function readMatrix(parts: readonly string[] = []): Promise<ReadMatrix | null> {
  const view = readView(parts, matrixShape);
  if (!view) return null;
  const [dataset, sets] = await Promise.all([agreementsAt(view.at?.[0]), criterionSets()]);
  const matrix = dataset && layOut(dataset, sets, view);
  return matrix && { view, matrix, dataset, sets };
}
