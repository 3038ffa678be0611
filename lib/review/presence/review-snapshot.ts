/**
 * How far a contribution has been decided, so that an open page can notice another editor's work. Decisions are only
 * ever added, so that counts can be compared where clocks could not.
 */
export type ReviewSnapshot = {
  status: string;
  revision: number;
  decided: { userId: string; name: string; count: number }[];
  /** When it was read, by the database's clock: of two, the page must not take the older one for news. */
  readAt: string;
};

export type Meanwhile = {
  /** Editors other than the one who looks, each with how many cells they have decided since. */
  decided: { name: string; count: number }[];
  /** The contribution itself is in another state or version than the page shows. */
  moved: boolean;
};

/** What other editors did between two snapshots. Null if nothing, or if `now` is the older one. */
export function meanwhile(before: ReviewSnapshot, now: ReviewSnapshot, userId: string): Meanwhile | null {
  if (now.readAt <= before.readAt) return null;
  const known = new Map(before.decided.map((one) => [one.userId, one.count]));
  const decided = now.decided
    .filter((one) => one.userId !== userId && one.count > (known.get(one.userId) ?? 0))
    .map((one) => ({ name: one.name, count: one.count - (known.get(one.userId) ?? 0) }));
  const moved = before.status !== now.status || before.revision !== now.revision;
  return decided.length > 0 || moved ? { decided, moved } : null;
}
