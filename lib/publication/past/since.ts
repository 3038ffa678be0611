import { isDeepStrictEqual } from 'node:util';
import type { PublicRevision } from '@/lib/publication/schema';

type Change = PublicRevision['changes'][number];

/**
 * What is different now from what stood in a version, cell by cell: what it was then and what it is, however often it changed in between.
 * What changed and changed back is not among them. `revisions` is the agreement's whole history, newest first.
 */
export function changedSince(revisions: readonly PublicRevision[], version: number): Change[] {
  const changes = new Map<string, Change>();
  for (const revision of revisions.filter((one) => one.version > version).toReversed()) {
    for (const change of revision.changes) {
      const earlier = changes.get(change.cell);
      changes.set(change.cell, earlier ? { ...change, before: earlier.before } : change);
    }
  }
  return [...changes.values()].filter(({ before, after }) => !isDeepStrictEqual(before, after));
}

/** The versions beside one: that before, that after, and when it stood; null where there is none such in the history. */
export function placeOf(revisions: readonly PublicRevision[], version: number) {
  const at = revisions.findIndex((revision) => revision.version === version);
  const revision = revisions[at];
  if (!revision) return null;
  const [next, previous] = [revisions[at - 1], revisions[at + 1]];
  return {
    from: revision.at,
    until: next?.at ?? null,
    previous: previous?.version ?? null,
    next: next?.version ?? null,
  };
}
