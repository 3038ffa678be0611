import { useLocale } from 'next-intl';
import { pathsIn } from '@/lib/i18n/paths';
import type { PublicContributionSummary } from '@/lib/publishing/schema';

/** The references that have a public page: a value can be in the dataset before, or without, its contribution being published. */
export type PublishedReferences = ReadonlySet<string>;

export const publishedReferences = (contributions: readonly PublicContributionSummary[]): PublishedReferences =>
  new Set(contributions.map((contribution) => contribution.reference));

export function ReferenceLink({ reference, published }: { reference: string; published: PublishedReferences }) {
  const paths = pathsIn(useLocale());
  if (!published.has(reference)) return <span className="whitespace-nowrap">{reference}</span>;
  return (
    <a href={paths.contribution(reference)} className="link whitespace-nowrap">
      {reference}
    </a>
  );
}
