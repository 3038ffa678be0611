import { describe, expect, it } from 'vitest';
import { choose, pageOf } from './selection';

type Fruit = { name: string; colours: string[]; sizes: string[] };
const apple = { name: 'apple', colours: ['red', 'green'], sizes: ['large'] };
const cherry = { name: 'cherry', colours: ['red'], sizes: ['small'] };
const pea = { name: 'pea', colours: ['green'], sizes: ['small'] };
const facets = [
  { name: 'colour', valuesOf: (row: Fruit) => row.colours },
  { name: 'size', valuesOf: (row: Fruit) => row.sizes },
];

describe('choose', () => {
  it('returns the entries with every chosen value, and counts what another choice would leave', () => {
    const { rows, choices } = choose([apple, cherry, pea], facets, { colour: 'red' });
    expect(rows).toEqual([apple, cherry]);
    expect(choices.get('colour')).toEqual([
      { value: 'green', count: 2 },
      { value: 'red', count: 2 },
    ]);
    expect(choices.get('size')).toEqual([
      { value: 'large', count: 1 },
      { value: 'small', count: 1 },
    ]);
  });

  it('counts, for each value, exactly what choosing it leaves', () => {
    for (const colour of [undefined, 'red', 'green', 'blue']) {
      for (const { name } of facets) {
        for (const { value, count } of choose([apple, cherry, pea], facets, { colour }).choices.get(name) ?? []) {
          expect(choose([apple, cherry, pea], facets, { colour, [name]: value }).rows).toHaveLength(count);
        }
      }
    }
  });

  it('keeps a chosen value in the choices, also if no entry has it', () => {
    const { rows, choices } = choose([apple], facets, { colour: 'blue' });
    expect(rows).toEqual([]);
    expect(choices.get('colour')).toContainEqual({ value: 'blue', count: 0 });
    expect(choose([] as Fruit[], facets, {}).choices.get('size')).toEqual([]);
  });
});

describe('pageOf', () => {
  const rows = Array.from({ length: 205 }, (_, at) => at);
  it('cuts a long list into pages', () => {
    expect(pageOf(rows, 1).rows).toHaveLength(100);
    expect(pageOf(rows, 3)).toEqual({ rows: [200, 201, 202, 203, 204], page: 3, pages: 3 });
    expect(pageOf(rows, 9).page).toBe(3);
    expect(pageOf([], 2)).toEqual({ rows: [], page: 1, pages: 1 });
  });
});
