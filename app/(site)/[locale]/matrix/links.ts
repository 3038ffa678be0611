import type { Locale } from '@/lib/platform/i18n/routing';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';
import type { MatrixView } from '@/lib/publication/matrix/filter-schema';
import { viewAddress } from '@/lib/publication/views/address';

/**
 * Links from one view of the matrix to another: a link changes one part, keeps the rest, and starts at the first page.
 */
export type MatrixLinks = ReturnType<typeof linksFrom>;

export function linksFrom(locale: Locale, view: MatrixView) {
  const paths = pathsIn(locale);
  const base = paths.matrix;
  const point = view.at?.[0];
  const to = (change: MatrixView) =>
    viewAddress(base, matrixShape, { ...view, page: undefined, notes: undefined, ...change });
  return {
    to,
    here: viewAddress(base, matrixShape, view),
    /** An agreement's page: of a past view the page of that time, so that both agree. */
    agreement: (slug: string) => (point ? paths.agreementAt(slug, point) : paths.agreement(slug)),
    /** The view as data: `csv` and `json` beside the page. */
    data: (format: 'csv' | 'json') =>
      viewAddress(`${base}/${format}`, matrixShape, { ...view, page: undefined, notes: undefined }),
    /** The view with all notes of an agreement or a criterion, and back: the page stays, so that the table does. */
    notes: (name: string | undefined) => viewAddress(base, matrixShape, { ...view, notes: name ? [name] : undefined }),
    /** Orders by a column; the second click reverses the order, the third removes it. */
    orderBy: (by: string) => {
      if (view.by?.[0] !== by) return to({ by: [by], order: undefined });
      return view.order ? to({ by: undefined, order: undefined }) : to({ order: ['reversed'] });
    },
    orderAlong: (along: string) => to({ along: view.along?.[0] === along ? undefined : [along] }),
    /** Adds a value, or removes it if it is chosen. */
    toggle: (name: 'space' | 'nature', value: string) => {
      const chosen = view[name] ?? [];
      return to({ [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] });
    },
  };
}

/** The value of `aria-sort` for a column head; `ascending` is from A to Z, from old to new, from few to many. */
export function sortOf(view: MatrixView, by: string): 'ascending' | 'descending' | undefined {
  if (view.by?.[0] !== by) return undefined;
  const risesFirst = by === 'name' || by === 'year';
  return risesFirst === (view.order === undefined) ? 'ascending' : 'descending';
}
