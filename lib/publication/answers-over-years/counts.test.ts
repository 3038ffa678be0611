import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MIN_GROUP } from '@/lib/publication/small-groups';
import { countOptions } from './counts';

const OPTIONS = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));
const times = (count: number, ...chosen: string[]) => Array.from({ length: count }, () => chosen);
const publicly = (answers: string[][]) => countOptions(OPTIONS, [answers], 'public').map(({ counts }) => counts[0]);

it('counts what enough contributions chose, call by call', () => {
  const calls = [
    [...times(7, 'a'), ...times(9, 'b')],
    [...times(5, 'a'), ...times(6, 'c')],
  ];
  expect(countOptions(OPTIONS, calls, 'public')).toEqual([
    { value: 'a', label: 'A', counts: [7, 5] },
    { value: 'b', label: 'B', counts: [9, null] },
    { value: 'c', label: 'C', counts: [null, 6] },
  ]);
});

it('counts exactly at the desk', () => {
  expect(
    countOptions(OPTIONS, [[...times(1, 'a', 'b'), ...times(2, 'b')]], 'desk').map(({ counts }) => counts),
  ).toEqual([[1], [3], [0]]);
});

it('leaves out an option that too few chose, or too few did not choose', () => {
  expect(publicly([...times(4, 'a'), ...times(9, 'b')])).toEqual([null, null, null]);
  expect(publicly([...times(6, 'a', 'b'), ...times(2, 'a')])).toEqual([8, null, null]);
});

it('tells no count and no difference below five, whatever was chosen', () => {
  const answers = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), { maxLength: 40 });
  fc.assert(
    fc.property(answers, (all) => {
      for (const count of publicly(all)) {
        if (count === null || count === undefined) continue;
        expect(count).toBeGreaterThanOrEqual(MIN_GROUP);
        expect([0, ...Array.from({ length: 40 }, (_, at) => at + MIN_GROUP)]).toContain(all.length - count);
      }
    }),
  );
});
