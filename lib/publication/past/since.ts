import type { PublicRevision } from '@/lib/publication/schema';
import { isSameJson } from '@/lib/platform/json';

type Change = PublicRevision['changes'][number];

/**
 * The difference between a version and now, cell by cell: the old and the new content, however often it changed in
 * between. A cell that changed and changed back is left out. `revisions` is the agreement's whole history, newest
 * first.
 */
export function changedSince(revisions: readonly PublicRevision[], version: number): Change[] {
  const changes = new Map<string, Change>();
  for (const revision of revisions.filter((one) => one.version > version).toReversed()) {
    for (const change of revision.changes) {
      const earlier = changes.get(change.cell);
      changes.set(change.cell, earlier ? { ...change, before: earlier.before } : change);
    }
  }
  return [...changes.values()].filter(({ before, after }) => !isSameJson(before, after));
}

/** The versions before and after one, and when it was valid; null if the history does not have it. */
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
