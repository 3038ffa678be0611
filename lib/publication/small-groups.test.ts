import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIN_GROUP, withoutSmallGroups } from './small-groups';

const groupsOf = (counts: readonly number[]) => counts.map((count, at) => ({ name: `g${at}`, count }));

describe('withoutSmallGroups', () => {
  it('shows no number from 1 to 4, and none can be computed from the shown ones and the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 12 }), fc.nat(12), (counts, apart) => {
        const groups = groupsOf(counts);
        const whole = counts.reduce((sum, count) => sum + count, apart);
        const { shown, other } = withoutSmallGroups(groups, apart);
        for (const { count } of shown) expect(count).toBeGreaterThanOrEqual(MIN_GROUP);
        const rest = whole - shown.reduce((sum, { count }) => sum + count, 0);
        // A reader who knows the whole can compute the rest: the rest must be 0, or large enough, or the whole itself.
        if (shown.length > 0) expect(rest === 0 || rest >= MIN_GROUP).toBe(true);
        expect(other).toBe(rest >= MIN_GROUP ? rest : 0);
        for (const group of shown) expect(groups).toContain(group);
      }),
    );
  });

  it('hides no group without need', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: MIN_GROUP, max: 30 }), { maxLength: 12 }), (counts) => {
        expect(withoutSmallGroups(groupsOf(counts))).toEqual({ shown: groupsOf(counts), other: 0 });
      }),
    );
  });

  it('hides a second group if the first could be computed', () => {
    expect(withoutSmallGroups(groupsOf([9, 6, 2]))).toEqual({ shown: [{ name: 'g0', count: 9 }], other: 8 });
    expect(withoutSmallGroups(groupsOf([9, 3, 2]))).toEqual({ shown: [{ name: 'g0', count: 9 }], other: 5 });
    expect(withoutSmallGroups(groupsOf([9, 6]), 1)).toEqual({ shown: [{ name: 'g0', count: 9 }], other: 7 });
    expect(withoutSmallGroups(groupsOf([2, 1]))).toEqual({ shown: [], other: 0 });
  });
});
