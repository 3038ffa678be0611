import type { Criterion, Study } from './study';

/** `counts[a][b]` is how many agreements say yes to both; on the diagonal, to the one. */
export type CoOccurrence = { counts: readonly (readonly number[])[]; total: number };

/** How often two criteria are both stated outright, for every two of the set. */
export function coOccurrence(study: Study): CoOccurrence {
  const counts = study.criteria.map(() => study.criteria.map(() => 0));
  for (const { values } of study.agreements) {
    const stated = values.flatMap((value, at) => (value === 'yes' ? [at] : []));
    for (const a of stated) {
      const row = counts[a];
      for (const b of stated) if (row) row[b] = (row[b] ?? 0) + 1;
    }
  }
  return { counts, total: study.agreements.length };
}

export type Together = { one: Criterion; other: Criterion; count: number };

/** Every two different criteria, those that go together most often first. */
export function togetherMost(study: Study, { counts }: CoOccurrence): Together[] {
  const pairs = study.criteria.flatMap((one, a) =>
    study.criteria.slice(a + 1).map((other, at) => ({ one, other, count: counts[a]?.[a + 1 + at] ?? 0 })),
  );
  return pairs.toSorted((a, b) => b.count - a.count);
}
