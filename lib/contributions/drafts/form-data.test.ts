import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormData } from './form-data';
import type { Nested } from './form-data';

const parse = (entries: [string, unknown][]) => {
  const result = parseFormData(entries);
  if (!result.ok) throw new Error(result.reason);
  return result.values;
};

describe('parseFormData', () => {
  it('builds what the names describe', () => {
    expect(
      parse([
        ['text', 'a\r\nb'],
        ['projects.0.title', 'First'],
        ['projects.0.agreements', 'gcsc'],
        ['projects.0.agreements', 'manrs'],
        ['cells.respond-to-requests-for-help.value', 'yes'],
      ]),
    ).toEqual({
      text: 'a\nb',
      projects: [{ title: 'First', agreements: ['gcsc', 'manrs'] }],
      cells: { 'respond-to-requests-for-help': { value: 'yes' } },
    });
  });

  it('takes the keys of rows, and no other colon', () => {
    expect(
      parse([
        ['cells.dates:adopted.parts.date', '2019'],
        ['cells.dates:+1.parts.date', '2020'],
        ['cells.dates:+1:2.parts.date', '2021'],
        [':a.value', 'x'],
      ]),
    ).toEqual({
      cells: { 'dates:adopted': { parts: { date: '2019' } }, 'dates:+1': { parts: { date: '2020' } } },
    });
  });

  it('closes up rows that were taken out and keeps their order', () => {
    expect(
      parse([
        ['others.7.name', 'late'],
        ['others.2.name', 'early'],
      ]),
    ).toEqual({ others: [{ name: 'early' }, { name: 'late' }] });
  });

  it('leaves out names that describe no place, files and React’s own entries', () => {
    expect(
      parse([
        ['__proto__.polluted', 'yes'],
        ['constructor.prototype.polluted', 'yes'],
        ['a.__proto__.polluted', 'yes'],
        ['$ACTION_ID_1', 'x'],
        ['a.b.c.d.e.f.g', 'too deep'],
        ['rows.1000.name', 'too far'],
        ['', 'nameless'],
        ['file', new File(['x'], 'x.txt')],
        ['text', 'kept'],
      ]),
    ).toEqual({ text: 'kept' });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('keeps the first of two names that contradict each other', () => {
    expect(
      parse([
        ['a', 'text'],
        ['a.b', 'inside'],
      ]),
    ).toEqual({ a: 'text' });
    expect(
      parse([
        ['a.b', 'inside'],
        ['a', 'text'],
      ]),
    ).toEqual({ a: { b: 'inside' } });
  });

  it('marks what the database can’t hold', () => {
    expect(parse([['text', 'a\u0000b\uD800c\u{1F600}']])).toEqual({ text: 'a\uFFFDb\uFFFDc\u{1F600}' });
  });

  it('refuses more entries than any step has', () => {
    expect(parseFormData(Array.from({ length: 6_001 }, (_, at) => [`a.${at % 900}.b`, 'x']))).toEqual({
      ok: false,
      reason: 'too_large',
    });
  });

  it('reads back every nested object that a form can hold', () => {
    const key = fc
      .stringMatching(/^[a-z][A-Za-z0-9-]{0,12}$/)
      .filter((name) => name !== 'constructor' && name !== 'prototype');
    const text = fc.string().filter((value) => !/[\r\u0000]/.test(value));
    const row = fc.dictionary(key, text, { minKeys: 1, maxKeys: 4 });
    const nested = fc.dictionary(key, fc.oneof(text, fc.array(row, { minLength: 1, maxLength: 5 }), row), {
      maxKeys: 6,
    });
    fc.assert(fc.property(nested, (value) => void expect(parse(flatten(value))).toEqual({ ...value })));
  });

  it('never throws and never reaches beyond the object it returns', () => {
    const name = fc.array(
      fc.oneof(fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', '0', '999', ''), fc.string()),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            name.map((parts) => parts.join('.')),
            fc.string(),
          ),
        ),
        (entries) => {
          const values = parse(entries);
          expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
          expect(Object.keys(Object.prototype)).toEqual([]);
          for (const inherited of ['__proto__', 'constructor', 'prototype'])
            expect(Object.hasOwn(values, inherited)).toBe(false);
        },
      ),
    );
  });
});

function flatten(value: object, prefix = ''): [string, string][] {
  return Object.entries(value as Nested).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[`${prefix}${key}`, inner] as [string, string]] : flatten(inner, `${prefix}${key}.`),
  );
}
