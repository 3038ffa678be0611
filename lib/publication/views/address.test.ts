import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readView, viewAddress, viewOfQuery } from './address';

const shape = {
  q: { value: z.string().regex(/^[\p{L}\p{N} ]+$/u), most: 1 },
  space: { value: z.enum(['united-nations', 'between-stakeholder-groups']), most: 2 },
  sort: { value: z.enum(['year', 'name']), most: 1 },
};
const partsOf = (address: string) => address.split('/view/')[1]?.split('/') ?? [];

describe('the address of a view', () => {
  it('has one order, and can be read back', () => {
    const view = {
      sort: ['year'],
      space: ['united-nations', 'between-stakeholder-groups'],
      q: ['déclaration de paris'],
    };
    const address = viewAddress('/en/agreements', shape, view);
    expect(address).toBe(
      '/en/agreements/view/q/d%C3%A9claration%20de%20paris/space/united-nations,between-stakeholder-groups/sort/year',
    );
    expect(readView(partsOf(address), shape)).toEqual(view);
    expect(readView(partsOf(address).map(decodeURIComponent), shape)).toEqual(view);
  });

  it('is the page itself without a filter', () => {
    expect(viewAddress('/en/agreements', shape, {})).toBe('/en/agreements');
    expect(viewAddress('/en/agreements', shape, { q: [] })).toBe('/en/agreements');
  });

  it.each([
    ['a name without a value', 'space'],
    ['a name it does not have', 'colour/red'],
    ['a name every object has', 'constructor/x'],
    ['a value it does not have', 'space/moon'],
    ['too many values', 'sort/year,name'],
    ['the same value twice', 'space/united-nations,united-nations'],
    ['the same name twice', 'sort/year/sort/name'],
    ['what is no text at all', 'q/%E0%A4%A'],
  ])('is refused where it holds %s', (_, parts) => {
    expect(readView(parts.split('/'), shape)).toBeNull();
  });

  it('is made from a form, without empty fields', () => {
    const query = new URLSearchParams('q=&space=united-nations&space=between-stakeholder-groups&sort=moon&other=1');
    expect(viewOfQuery(query, shape)).toEqual({ space: ['united-nations', 'between-stakeholder-groups'] });
  });
});
