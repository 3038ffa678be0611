import { z } from 'zod';
import { DATE_KINDS } from './dates';
import { SPACES } from '@/lib/agreements/facts/space';
import { pointText } from '@/lib/publication/past/snapshot';
import { factOf } from '@/lib/publication/assessments';
import type { PublicAgreement } from '@/lib/publication/schema';
import type { View } from '@/lib/publication/views/address';

/**
 * What the analysis can be narrowed to: the dataset as it stood at a point, and one space for agreement; `date` is the
 * kind of date by which agreements are followed over time.
 */
export const ANALYSIS_VIEW = {
  at: { value: pointText, most: 1 },
  space: { value: z.enum(SPACES), most: 1 },
  date: { value: z.enum(DATE_KINDS), most: 1 },
} as const;
export type AnalysisView = View<typeof ANALYSIS_VIEW>;

/** The agreements that a view is about. */
export function within(agreements: readonly PublicAgreement[], { space }: AnalysisView): PublicAgreement[] {
  const asked = space?.[0];
  return agreements.filter((agreement) => asked === undefined || factOf(agreement, 'space') === asked);
}
