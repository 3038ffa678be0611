import { factOf } from '@/lib/publication/assessments';
import type { PublicAgreement } from '@/lib/publication/schema';

export type OwnElements = { slug: string; shortName: string; elements: string[]; source: string | null };

/**
 * What an agreement has and no other has, in the words of the dataset, outside every set of criteria. By short name.
 */
export function uniqueElements(agreements: readonly PublicAgreement[]): OwnElements[] {
  const stated = agreements.flatMap((agreement) => {
    const elements = factOf(agreement, 'uniqueElements');
    return elements
      ? [
          {
            slug: agreement.slug,
            shortName: agreement.shortName,
            elements,
            source: agreement.facts.uniqueElements?.source ?? null,
          },
        ]
      : [];
  });
  return stated.toSorted((one, other) => one.shortName.localeCompare(other.shortName, 'en'));
}
