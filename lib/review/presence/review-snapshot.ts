/**
 * How far a contribution has been decided, so that an open page can notice another editor's work. Decisions are only
 * ever added, so that counts can be compared where clocks could not.
 */
export type ReviewSnapshot = {
  status: string;
  revision: number;
  decided: { userId: string; name: string; count: number }[];
  /** How often who moved it to another state or version; without an editor, its contributor or the system did. */
  moves: { userId: string | null; count: number }[];
  /** When it was read, by the database's clock: of two, the page must not take the older one for news. */
  readAt: string;
};

export type Meanwhile = {
  /** Editors other than the one who looks, each with how many cells they have decided since. */
  decided: { name: string; count: number }[];
  /** Another person moved the contribution itself to another state or version than the page shows. */
  moved: boolean;
};

/** What others did between two snapshots. Null if nothing, or if `now` is the older one. */
export function meanwhile(before: ReviewSnapshot, now: ReviewSnapshot, userId: string): Meanwhile | null {
  if (now.readAt <= before.readAt) return null;
  const known = new Map(before.decided.map((one) => [one.userId, one.count]));
  const decided = now.decided
    .filter((one) => one.userId !== userId && one.count > (known.get(one.userId) ?? 0))
    .map((one) => ({ name: one.name, count: one.count - (known.get(one.userId) ?? 0) }));
  const moved = hasMoved(before, now) && !isOwnMove(before, now, userId);
  return decided.length > 0 || moved ? { decided, moved } : null;
}

/**
 * Whether the editor moved the contribution themselves, on another page or in another window: then an open page shows
 * the new state by itself, and has nothing to tell.
 */
export const movedOneself = (before: ReviewSnapshot, now: ReviewSnapshot, userId: string): boolean =>
  now.readAt > before.readAt && hasMoved(before, now) && isOwnMove(before, now, userId);

const hasMoved = (before: ReviewSnapshot, now: ReviewSnapshot) =>
  before.status !== now.status || before.revision !== now.revision;

/** Only the editor's own moves are new. A move of unknown origin is another's. */
function isOwnMove(before: ReviewSnapshot, now: ReviewSnapshot, userId: string): boolean {
  const count = ({ moves }: ReviewSnapshot, own: boolean) =>
    moves.reduce((sum, one) => (own === (one.userId === userId) ? sum + one.count : sum), 0);
  return count(now, true) > count(before, true) && count(now, false) <= count(before, false);
}
