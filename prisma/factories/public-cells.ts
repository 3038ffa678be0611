import type { PublicAgreement, PublicCell } from '@/lib/publication/schema';

/** A cell as the public has it, with nothing but a value. */
export const publicCellOf = (value: PublicCell['value'], more: Partial<PublicCell> = {}): PublicCell => ({
  value,
  note: null,
  source: null,
  asOf: null,
  decidedAt: '2020-01-01T00:00:00.000Z',
  version: 1,
  contribution: null,
  contributions: [],
  ...more,
});

/** What an earlier state has of an agreement: all but what is computed of today's sources. */
export const withoutToday = <Agreement extends Pick<PublicAgreement, 'facts' | 'assessments'>>(
  agreement: Agreement,
): Agreement => ({
  ...agreement,
  facts: cellsWithoutToday(agreement.facts),
  assessments: cellsWithoutToday(agreement.assessments),
});

const cellsWithoutToday = (cells: PublicAgreement['facts']) =>
  Object.fromEntries(Object.entries(cells).map(([key, { sourceRecord: _, sureness: __, ...cell }]) => [key, cell]));
