import { bitsOf, ones, type Bits } from './bits';
import { isLargeEnough } from '@/lib/publication/small-groups';
import { isAssessed, isFound, type StudiedAgreement } from './study';

/**
 * What two agreements have in common: `shared` criteria found in both, of `either` that are found in at least one of
 * them.
 */
export type Similarity = { shared: number; either: number };

/** An agreement as it is compared with others. */
export type Profile = { found: Bits; assessed: Bits };

export function profileOf({ values }: Pick<StudiedAgreement, 'values'>): Profile {
  return { found: bitsOf(values, isFound), assessed: bitsOf(values, isAssessed) };
}

/**
 * How alike two agreements are, the only definition of it (Jaccard, docs/decisions/0035): of the criteria of one set on
 * which both were assessed and that at least one of them contains, outright or indirectly, the share that both contain.
 * Null where both were assessed on fewer than five criteria of the set, or neither contains one of these.
 */
export function similarity(one: Profile, other: Profile): Similarity | null {
  const common = commonOf(one, other);
  const either = common % PACKED;
  return either === 0 ? null : { shared: (common - either) / PACKED, either };
}

/** More criteria than any set has. */
export const PACKED = 1024;

/**
 * Both counts in one number, `shared * PACKED + either`, so that millions of pairs need no object each; 0 where both
 * were assessed on too few criteria.
 */
export function commonOf(one: Profile, other: Profile): number {
  let [shared, either, assessed] = [0, 0, 0];
  for (let at = 0; at < one.found.length; at += 1) {
    const a = one.found[at] ?? 0;
    const b = other.found[at] ?? 0;
    shared += ones(a & b);
    const both = (one.assessed[at] ?? 0) & (other.assessed[at] ?? 0);
    either += ones((a | b) & both);
    assessed += ones(both);
  }
  return !isLargeEnough(assessed) ? 0 : shared * PACKED + either;
}

/** From 0, nothing in common, to 1, the same. */
export const degree = ({ shared, either }: Similarity): number => shared / either;
