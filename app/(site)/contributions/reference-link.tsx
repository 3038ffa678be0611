import { useLocale } from 'next-intl';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicAttribution } from '@/lib/publication/schema';
import type { PublicContributionSummary } from '@/lib/publication/contributions/schema';

/**
 * The references that can be linked, with their authors. A value can be in the dataset before its contribution is
 * published, or without it, and stays there when editors unpublish the contribution. A withdrawn contribution has no
 * author any more.
 */
export type PublishedReferences = ReadonlyMap<string, PublicAttribution | null>;

export const publishedReferences = (contributions: readonly PublicContributionSummary[]): PublishedReferences =>
  new Map(
    contributions
      .filter(({ status }) => status !== 'unpublished')
      .map(({ reference, attribution }) => [reference, attribution]),
  );

export function ReferenceLink({ reference, published }: { reference: string; published: PublishedReferences }) {
  const paths = pathsIn(useLocale());
  if (!published.has(reference)) return <span className="whitespace-nowrap">{reference}</span>;
  return (
    <a href={paths.contribution(reference)} className="link whitespace-nowrap">
      {reference}
    </a>
  );
}
