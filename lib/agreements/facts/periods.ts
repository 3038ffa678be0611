import type { RecordFault, RecordValue } from './fact';

/**
 * A period `from` – `until` that ends before it begins. Partial dates compare as far as both are known: 2018 and
 * 2018-04 may be the same day.
 */
export function endsBeforeItBegins({ from, until }: RecordValue): RecordFault[] {
  if (typeof from !== 'string' || typeof until !== 'string') return [];
  const length = Math.min(from.length, until.length);
  return until.slice(0, length) < from.slice(0, length) ? [{ part: 'until', code: 'ends_before_it_begins' }] : [];
}
