import {
  countedAssessmentOf,
  factOf,
  groupBySpace,
  isAssessedOn,
  type SpaceGroup,
} from '@/lib/publication/assessments';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { isLargeEnough } from '@/lib/publication/small-groups';
import { orderAgreements, orderCriteria } from './ordering';
import { COLUMN_ORDERS, PAGE_LENGTH, ROW_ORDERS } from './filter-schema';
import type { MatrixView } from './filter-schema';

export type MatrixTable = {
  /** The set with the shown criteria, in their order. */
  set: PublicCriterionSet;
  /** Every agreement of the view that was assessed on the set, in order; pages and groups are parts of it. */
  assessed: PublicAgreement[];
  /** The content of this page, under the spaces; one group without a space if the order mixes the spaces. */
  groups: { space: SpaceGroup['space'] | null; agreements: PublicAgreement[] }[];
  /** The agreements that were not assessed on the set. */
  others: PublicAgreement[];
};

export type Matrix = {
  tables: MatrixTable[];
  /** The agreements of the view in its order, on all pages. */
  agreements: PublicAgreement[];
  page: number;
  pages: number;
  /** Agreements that were chosen by name and that the dataset did not have at that point. */
  absent: string[];
};

/**
 * The tables of a view; null if it names a set, a criterion, an agreement or a page that does not exist, or the notes of
 * what the view does not show. In a past
 * state an agreement may be absent.
 */
export function layOut(
  dataset: readonly PublicAgreement[],
  sets: readonly PublicCriterionSet[],
  view: MatrixView,
): Matrix | null {
  const bySlug = new Map(dataset.map((agreement) => [agreement.slug, agreement]));
  const isPast = view.at !== undefined;
  const absent = [...(view.agreements ?? []), ...(view.along ?? [])].filter(
    (slug) => !bySlug.has(slug) && !includes(COLUMN_ORDERS, slug),
  );
  const shownSets = narrowSets(sets, view);
  if (!shownSets || (absent.length > 0 && !isPast)) return null;
  const criteria = shownSets.flatMap((set) => set.criteria);
  const [by, along, order] = [view.by?.[0], view.along?.[0], view.order?.[0]];
  if (!canOrderBy(by, sets) || (order !== undefined && by === undefined)) return null;

  const agreements = orderAgreements(selectAgreements(dataset, view), criteria, by, order === 'reversed');
  const columnOrder = along !== undefined && includes(COLUMN_ORDERS, along) ? along : bySlug.get(along ?? '');
  const tables = shownSets.map((set) => {
    const assessed = agreements.filter((agreement) => isAssessedOn(agreement, set));
    const others = agreements.filter((agreement) => !isAssessedOn(agreement, set));
    return { set: { ...set, criteria: orderCriteria(set.criteria, assessed, columnOrder) }, assessed, others };
  });
  const page = Number(view.page?.[0] ?? 1);
  const pages = Math.max(1, Math.ceil(Math.max(0, ...tables.map(({ assessed }) => assessed.length)) / PAGE_LENGTH));
  if (page > pages || !canShowNotes(view.notes?.[0], agreements, criteria, isPast)) return null;
  return {
    agreements,
    page,
    pages,
    absent: [...new Set(absent)],
    tables: tables.map((table) => ({ ...table, groups: groupsOf(table.assessed, page, by) })),
  };
}

/** The agreements of a view, in no particular order. */
function selectAgreements(
  dataset: readonly PublicAgreement[],
  { space, nature, agreements }: MatrixView,
): PublicAgreement[] {
  const isAmong = (wanted: readonly string[] | undefined, value: string | null) =>
    !wanted?.length || (value !== null && wanted.includes(value));
  return dataset.filter(
    (agreement) =>
      isAmong(space, factOf(agreement, 'space')) &&
      isAmong(nature, factOf(agreement, 'bindingNature')) &&
      isAmong(agreements, agreement.slug),
  );
}

/** The number of agreements for each value of a fact, given the rest of the view. */
export function countBy(
  dataset: readonly PublicAgreement[],
  view: MatrixView,
  facet: 'space' | 'nature',
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const agreement of selectAgreements(dataset, { ...view, [facet]: undefined })) {
    const value = factOf(agreement, facet === 'space' ? 'space' : 'bindingNature');
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/**
 * How many of the agreements assessed on a criterion say yes, and how many those are. An agreement that was not
 * assessed is no “no”.
 */
export function totalOn(
  agreements: readonly PublicAgreement[],
  criterion: string,
): { yes: number; count: number } | null {
  const values = agreements.map((agreement) => countedAssessmentOf(agreement, criterion));
  const count = values.filter((value) => value !== 'not_assessed').length;
  return isLargeEnough(count) ? { yes: values.filter((value) => value === 'yes').length, count } : null;
}

function narrowSets(
  sets: readonly PublicCriterionSet[],
  { set: asked, criteria }: MatrixView,
): PublicCriterionSet[] | null {
  const shown = asked ? sets.filter(({ slug }) => asked.includes(slug)) : [...sets];
  const known = new Set(shown.flatMap((set) => set.criteria.map(({ key }) => key)));
  if (shown.length < (asked?.length ?? 0) || criteria?.some((key) => !known.has(key))) return null;
  if (!criteria) return shown;
  return shown
    .map((set) => ({ ...set, criteria: set.criteria.filter(({ key }) => criteria.includes(key)) }))
    .filter((set) => set.criteria.length > 0);
}

const canOrderBy = (by: string | undefined, sets: readonly PublicCriterionSet[]) =>
  by === undefined || includes(ROW_ORDERS, by) || sets.some((set) => set.criteria.some(({ key }) => key === by));

/** An agreement of the past may be absent, which leaves nothing to show. */
const canShowNotes = (
  name: string | undefined,
  agreements: readonly PublicAgreement[],
  criteria: PublicCriterionSet['criteria'],
  isPast: boolean,
) =>
  name === undefined ||
  isPast ||
  agreements.some(({ slug }) => slug === name) ||
  criteria.some(({ key }) => key === name);

function groupsOf(assessed: readonly PublicAgreement[], page: number, by: string | undefined): MatrixTable['groups'] {
  const shown = assessed.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH);
  if (by === undefined) return groupBySpace(shown);
  return shown.length > 0 ? [{ space: null, agreements: shown }] : [];
}

const includes = <Value extends string>(values: readonly Value[], value: string): value is Value =>
  (values as readonly string[]).includes(value);
