import { agreementsAt, criterionSets } from '@/app/server/published';
import { MOST } from '@/lib/publication/comparison/filter-schema';
import { compareShape, type CompareView } from '@/lib/publication/comparison/filter-schema';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { readView } from '@/lib/publication/views/address';

export type ReadComparison = {
  view: CompareView;
  chosen: PublicAgreement[];
  dataset: PublicAgreement[];
  sets: PublicCriterionSet[];
};

/** The comparison at an address. Null for an unknown view or an agreement that the dataset does not have. */
export async function readComparison(parts: readonly string[] = []): Promise<ReadComparison | 'too_many' | null> {
  const view = readView(parts, compareShape);
  if (!view) return null;
  if ((view.agreements?.length ?? 0) > MOST) return 'too_many';
  const [dataset, sets] = await Promise.all([agreementsAt(view.at?.[0]), criterionSets()]);
  if (!dataset) return null;
  const bySlug = new Map(dataset.map((agreement) => [agreement.slug, agreement]));
  const chosen = (view.agreements ?? []).flatMap((slug) => bySlug.get(slug) ?? []);
  return chosen.length === (view.agreements?.length ?? 0) ? { view, chosen, dataset, sets } : null;
}
