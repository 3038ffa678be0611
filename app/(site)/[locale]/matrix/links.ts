import type { Locale } from '@/lib/platform/i18n/routing';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';
import type { MatrixView } from '@/lib/publication/matrix/filter-schema';
import { viewAddress } from '@/lib/publication/views/address';

/** The ways from one view of the matrix to others: what a link changes is changed, the rest stays, and reading begins on the first page. */
export type MatrixLinks = ReturnType<typeof linksFrom>;

export function linksFrom(locale: Locale, view: MatrixView) {
  const paths = pathsIn(locale);
  const base = paths.matrix;
  const point = view.at?.[0];
  const to = (change: MatrixView) => viewAddress(base, matrixShape, { ...view, page: undefined, ...change });
  return {
    to,
    here: viewAddress(base, matrixShape, view),
    /** An agreement's page: of a past view, as it stood then, so that it says what the view says. */
    agreement: (slug: string) => (point ? paths.agreementAt(slug, point) : paths.agreement(slug)),
    /** Where the view's data is: `csv` and `json` beside the page. */
    data: (format: 'csv' | 'json') => viewAddress(`${base}/${format}`, matrixShape, { ...view, page: undefined }),
    /** Ordering by what is ordered by already turns the order round, and then takes it away. */
    orderBy: (by: string) => {
      if (view.by?.[0] !== by) return to({ by: [by], order: undefined });
      return view.order ? to({ by: undefined, order: undefined }) : to({ order: ['reversed'] });
    },
    orderAlong: (along: string) => to({ along: view.along?.[0] === along ? undefined : [along] }),
    /** Adds a value, or takes it away where it is chosen. */
    toggle: (name: 'space' | 'nature', value: string) => {
      const chosen = view[name] ?? [];
      return to({ [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] });
    },
  };
}

/** What `aria-sort` says of the head of a column; `ascending` is from A to Z, from old to new, from little to much. */
export function sortOf(view: MatrixView, by: string): 'ascending' | 'descending' | undefined {
  if (view.by?.[0] !== by) return undefined;
  const risesFirst = by === 'name' || by === 'year';
  return risesFirst === (view.order === undefined) ? 'ascending' : 'descending';
}
