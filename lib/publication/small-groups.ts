/**
 * No public number describes fewer than five people, organisations or assessed agreements: neither directly nor as the
 * difference of two numbers.
 */
export const MIN_GROUP = 5;

export const isLargeEnough = (count: number): boolean => count >= MIN_GROUP;

export type WithoutSmallGroups<Group> = {
  shown: Group[];
  /** How many are in none of the shown groups; also 0 if they are too few to be published. */ other: number;
};

/**
 * Groups that together make a known whole: those of fewer than five join "other", and so does the smallest of the rest
 * if the size of "other" could be computed otherwise. `apart` is how many of the whole are in no group at all.
 */
export function withoutSmallGroups<Group extends { count: number }>(
  groups: readonly Group[],
  apart = 0,
): WithoutSmallGroups<Group> {
  const small = groups.filter(({ count }) => !isLargeEnough(count));
  const shown = groups.filter(({ count }) => isLargeEnough(count));
  let other = small.reduce((sum, { count }) => sum + count, apart);
  while (other > 0 && !isLargeEnough(other) && shown.length > 0) {
    const smallest = shown.reduce((least, { count }, at) => (count < (shown[least]?.count ?? 0) ? at : least), 0);
    other += shown.splice(smallest, 1)[0]?.count ?? 0;
  }
  return { shown, other: isLargeEnough(other) ? other : 0 };
}
