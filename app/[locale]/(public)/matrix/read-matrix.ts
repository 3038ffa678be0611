import { agreements, agreementsAt, criterionSets } from '@/app/_server/published';
import { layOut } from '@/lib/publishing/matrix/layout';
import type { Matrix } from '@/lib/publishing/matrix/layout';
import { matrixShape } from '@/lib/publishing/matrix/shape';
import type { MatrixView } from '@/lib/publishing/matrix/shape';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publishing/schema';
import { readView } from '@/lib/publishing/views/address';

export type ReadMatrix = { view: MatrixView; matrix: Matrix; dataset: PublicAgreement[]; sets: PublicCriterionSet[] };

/** What the parts of an address after `view` ask for, laid out; null where there is no such view. */
export async function readMatrix(parts: readonly string[] = []): Promise<ReadMatrix | null> {
  const view = readView(parts, matrixShape);
  if (!view) return null;
  const point = view.at?.[0];
  const [dataset, sets] = await Promise.all([
    point === undefined ? agreements() : agreementsAt(point),
    criterionSets(),
  ]);
  const matrix = dataset && layOut(dataset, sets, view);
  return matrix && { view, matrix, dataset, sets };
}
