import { foldText } from '@/lib/platform/text/fold-text';
import { assessmentOf, factOf } from '@/lib/publication/assessments';
import type { PublicAgreement } from '@/lib/publication/schema';
import type { Order } from './view';

type Compare = (one: PublicAgreement, other: PublicAgreement) => number;

/**
 * The agreements in the order a reader chose. Agreements without a date come last in both directions; equal ones are in
 * the order of their names. `criteria` are those whose "yes" counts.
 */
export function inOrder(
  agreements: readonly PublicAgreement[],
  order: Order,
  criteria: readonly string[],
): PublicAgreement[] {
  const compare: Record<Order, Compare> = {
    name: () => 0,
    newest: byDate((one, other) => (one > other ? -1 : 1)),
    oldest: byDate((one, other) => (one < other ? -1 : 1)),
    changed: (one, other) => other.updatedAt.localeCompare(one.updatedAt),
    yes: (one, other) => yesOf(other) - yesOf(one),
  };
  const counting = order === 'yes' ? agreements : [];
  const counted = new Map(
    counting.map((agreement) => [
      agreement.slug,
      criteria.filter((key) => assessmentOf(agreement, key) === 'yes').length,
    ]),
  );
  const yesOf = ({ slug }: PublicAgreement) => counted.get(slug) ?? 0;
  return agreements.toSorted(
    (one, other) =>
      compare[order](one, other) || one.name.localeCompare(other.name, 'en') || (one.slug < other.slug ? -1 : 1),
  );
}

function byDate(compare: (one: string, other: string) => number): Compare {
  return (a, b) => {
    const [one, other] = [factOf(a, 'launchDate'), factOf(b, 'launchDate')];
    if (one === other) return 0;
    if (one === null) return 1;
    return other === null ? -1 : compare(one, other);
  };
}

/**
 * The agreements that a search finds, best first: those that the search of today's dataset found, then those whose
 * names hold every word. A past state can have agreements of the second kind that today's dataset does not have.
 */
export function soughtAmong(
  agreements: readonly PublicAgreement[],
  found: readonly string[],
  sought: string,
): PublicAgreement[] {
  const bySlug = new Map(agreements.map((agreement) => [agreement.slug, agreement]));
  const first = found.flatMap((slug) => bySlug.get(slug) ?? []);
  const known = new Set(found);
  const words = foldText(sought).split(' ');
  const holding = agreements.filter(({ slug, name, shortName }) => {
    const text = foldText(`${name} ${shortName}`);
    return !known.has(slug) && words.every((word) => text.includes(word));
  });
  return [...first, ...holding];
}

export const PAGE_LENGTH = 100;

/** One page of a list, the first is 1; null beyond the last. */
export function pageOf<Entry>(
  list: readonly Entry[],
  page: number,
): { entries: Entry[]; page: number; pages: number } | null {
  const pages = Math.max(1, Math.ceil(list.length / PAGE_LENGTH));
  return page > pages ? null : { entries: list.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH), page, pages };
}
