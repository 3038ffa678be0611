import { agreementsAt, criterionSets, releases, soughtAgreements } from '@/app/server/published';
import { bodyNames, facetsOf } from '@/lib/publication/agreement-list/facets';
import { narrow } from '@/lib/publication/agreement-list/filter';
import { inOrder, pageOf, soughtAmong } from '@/lib/publication/agreement-list/order';
import {
  type AgreementsView,
  choicesOf,
  criterionFacet,
  type Order,
  ORDERS,
} from '@/lib/publication/agreement-list/view';
import { groupBySpace } from '@/lib/publication/assessments';
import type { PublicAgreement } from '@/lib/publication/schema';

export type Listing = NonNullable<Awaited<ReturnType<typeof listingOf>>>;

/** The data of one view of the list; null for an unknown release, criterion or page. */
export async function listingOf(view: AgreementsView) {
  const [[at], [sought], [page = '1']] = [view.at ?? [], view.q ?? [], view.page ?? []];
  const [all, found, sets, released] = await Promise.all([
    agreementsAt(at),
    sought ? soughtAgreements(sought) : [],
    criterionSets(),
    releases(),
  ]);
  const criteria = sets.flatMap((set) => set.criteria.map(({ key }) => key));
  const facets = facetsOf(criteria);
  const choices = choicesOf(view);
  if (!all || !choices || [...choices.keys()].some((name) => !facets.some((facet) => facet.name === name))) return null;

  const searched = sought ? soughtAmong(all, found, sought) : all;
  const { agreements: left, counts } = narrow(searched, facets, choices);
  const order = ORDERS.find((one) => one === view.sort?.[0]) ?? null;
  const paged = pageOf(ordered(left, order, sought !== undefined, criteria), Number(page));
  if (!paged) return null;
  const countsOf = (facet: string) => counts.get(facet) ?? new Map<string, number>();
  return {
    view,
    sets,
    releases: released,
    order,
    sought: sought ?? null,
    at: at ?? null,
    choices,
    countsOf,
    criterionCounts: (criterion: string) => countsOf(criterionFacet(criterion)),
    bodies: bodyNames(all),
    total: all.length,
    count: left.length,
    inSpace: new Map(groupBySpace(left).map((group) => [group.space, group.agreements.length])),
    ...paged,
  };
}

/** The requested order; otherwise a search is ordered by relevance, and the whole list by space. */
function ordered(
  agreements: PublicAgreement[],
  order: Order | null,
  searched: boolean,
  criteria: string[],
): PublicAgreement[] {
  if (order) return inOrder(agreements, order, criteria);
  return searched ? agreements : groupBySpace(agreements, 'name').flatMap((group) => group.agreements);
}
