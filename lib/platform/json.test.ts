import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameJson } from './json';

describe('isSameJson', () => {
  it('finds every value equal to its copy, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isSameJson(value, withReversedKeys(JSON.parse(JSON.stringify(value))))).toBe(true);
      }),
    );
  });

  it('gives the same answer for exchanged values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(isSameJson(one, other)).toBe(isSameJson(other, one));
      }),
    );
  });

  it('compares objects without regard to the order of keys, lists with regard to order', () => {
    expect(isSameJson({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(isSameJson([1, 2], [2, 1])).toBe(false);
    expect(isSameJson({ 0: 'a' }, ['a'])).toBe(false);
    expect(isSameJson([1], [1, 2])).toBe(false);
    expect(isSameJson({ a: 1 }, { b: 1 })).toBe(false);
    expect(isSameJson('1', 1)).toBe(false);
  });

  it('takes a key without a value as absent', () => {
    expect(isSameJson({ a: undefined }, {})).toBe(true);
    expect(isSameJson({ a: null }, {})).toBe(false);
    expect(isSameJson(undefined, null)).toBe(true);
  });
});

function withReversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, withReversedKeys(part)]),
  );
}
