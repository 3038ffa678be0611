import { publishedReferences } from '@/app/(site)/contributions/reference-link';
import { cellOrder } from '@/app/(site)/dataset/cell-order';
import { listSources } from '@/app/(site)/dataset/sources';
import { contributions, criterionSets, history, referenceNames, releases } from '@/app/server/published';
import type { PublicAgreement } from '@/lib/publication/schema';

export type PastView = Awaited<ReturnType<typeof pastViewOf>>;

/** The data for the page of a past state; `point` is the requested day or release. */
export async function pastViewOf(agreement: PublicAgreement, point: string | null) {
  const [revisions, sets, names, references, released] = await Promise.all([
    history(agreement.slug),
    criterionSets(),
    referenceNames(),
    contributions(),
    releases(),
  ]);
  const view = {
    agreement,
    sources: listSources(agreement, cellOrder(sets, Object.keys(agreement.facts))),
    // A past state is shown by itself, without what other agreements say of it today.
    relations: [],
    correctable: false,
    names,
    published: publishedReferences(references),
  };
  return { agreement, point, revisions: revisions ?? [], sets, names, releases: released, view };
}
