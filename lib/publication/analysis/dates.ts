import { DATE_EVENTS } from '@/lib/agreements/facts/dates';
import { factOf } from '@/lib/publication/assessments';
import { rowsOf } from '@/lib/publication/fact-rows';
import type { PublicAgreement } from '@/lib/publication/schema';

/** The kinds of dates by which agreements can be followed over time; addresses contain these names. */
export const DATE_KINDS = ['launched', ...DATE_EVENTS] as const;
export type DateKind = (typeof DATE_KINDS)[number];

export type Years = Readonly<Partial<Record<DateKind, number>>>;

/** The date of a kind as precisely as it is known, such as 2018-04; of several amendments the first; null without one. */
export function dateOf(agreement: PublicAgreement, kind: DateKind): string | null {
  if (kind === 'launched') return factOf(agreement, 'launchDate');
  // Rows come by date, so the first one of a kind is its earliest.
  const row = rowsOf(agreement, 'dates').find(({ value }) => value.event === kind);
  return typeof row?.value.date === 'string' ? row.value.date : null;
}

/** The year of each kind of date of an agreement. Dates are partial: of each, only the year counts. */
export function yearsOf(agreement: PublicAgreement): Years {
  const years = DATE_KINDS.flatMap((kind) => {
    const date = dateOf(agreement, kind);
    return date === null ? [] : [[kind, Number(date.slice(0, 4))] as const];
  });
  return Object.fromEntries(years);
}
