import type { PublicCell } from '@/lib/publication/schema';

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
