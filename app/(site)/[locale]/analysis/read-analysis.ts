import { agreementsAt, criterionSets } from '@/app/server/published';
import { ANALYSIS_VIEW, within, type AnalysisView } from '@/lib/publication/analysis/selection';
import { studyOf, type Study } from '@/lib/publication/analysis/study';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { readView } from '@/lib/publication/views/address';

export type Analysis = {
  set: PublicCriterionSet;
  view: AnalysisView;
  /** All agreements of the dataset at that point, before filtering. */
  dataset: PublicAgreement[];
  study: Study;
};

/** The analysis of a set, filtered by the parts of the address after `view`; null for an unknown set, view or point. */
export async function readAnalysis(setSlug: string, parts: readonly string[] = []): Promise<Analysis | null> {
  const view = readView(parts, ANALYSIS_VIEW);
  if (!view) return null;
  const [dataset, sets] = await Promise.all([agreementsAt(view.at?.[0]), criterionSets()]);
  const set = sets.find(({ slug }) => slug === setSlug);
  return set && dataset ? { set, view, dataset, study: studyOf(within(dataset, view), set) } : null;
}
