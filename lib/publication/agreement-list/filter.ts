import type { PublicAgreement } from '@/lib/publication/schema';
import type { Facet } from './facets';

export type Counts = ReadonlyMap<string, number>;
export type Narrowed = {
  agreements: PublicAgreement[];
  /** By facet and value: how many agreements are left after choosing it. */ counts: ReadonlyMap<string, Counts>;
};

/**
 * The agreements that have every chosen value, and for each value of each facet the number of agreements if it replaced
 * the choice in that facet. One pass: an agreement counts if it has all chosen values, or all but the one in that
 * facet.
 */
export function narrow(
  agreements: readonly PublicAgreement[],
  facets: readonly Facet[],
  choices: ReadonlyMap<string, string>,
): Narrowed {
  const counted = facets.map((facet) => ({
    ...facet,
    chosen: choices.get(facet.name),
    counts: new Map<string, number>(),
  }));
  const left: PublicAgreement[] = [];
  for (const agreement of agreements) {
    const valued = counted.map((facet) => ({ facet, values: facet.valuesOf(agreement) }));
    const missing = valued.filter(({ facet, values }) => facet.chosen !== undefined && !values.includes(facet.chosen));
    if (missing.length === 0) left.push(agreement);
    if (missing.length > 1) continue;
    for (const { facet, values } of missing.length === 1 ? missing : valued) {
      for (const value of values) facet.counts.set(value, (facet.counts.get(value) ?? 0) + 1);
    }
  }
  return { agreements: left, counts: new Map(counted.map(({ name, counts }) => [name, counts])) };
}
