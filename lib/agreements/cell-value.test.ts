import { expect, it } from 'vitest';
import type { z } from 'zod';
import { PARTIES_PARTS } from '@/lib/agreements/facts/fact';
import type { FactKind, RecordPart } from '@/lib/agreements/facts/fact';
import { ALL_FIELDS, fieldOf, FACTS, PARTIES_FIELDS, ROW_FIELDS } from '@/lib/agreements/facts/registry';
import type { FactField, FactValues } from '@/lib/agreements/facts/registry';
import type { AssessmentValue } from './schema';
import { cellValue, parseCellValue } from './schema';

/** The compiler reports an error here if a fact's own schema accepts a value that a cell can't hold. */
const told = (value: FactValues[FactField] | AssessmentValue | null): z.infer<typeof cellValue> => value;

const EXAMPLES: Record<Exclude<FactKind, 'choice' | 'record'>, unknown> = {
  line: 'A name',
  text: 'Words\n\nof two paragraphs',
  date: '2019-02',
  link: 'https://example.org/',
  list: ['One', 'Another'],
  parties: { count: 0, unit: 'states', asOf: '2020', list: ['One'], link: 'https://example.org/' },
};
const exampleOf = (field: FactField): unknown => {
  const { value } = FACTS[field];
  if (value.kind === 'record')
    return Object.fromEntries(Object.entries(value.parts).map(([part, definition]) => [part, examplePart(definition)]));
  return value.kind === 'choice' ? value.choices[0] : EXAMPLES[value.kind];
};
function examplePart(part: RecordPart): string | number {
  switch (part.kind) {
    case 'choice':
      return part.choices[0] ?? '';
    case 'number':
      return 15;
    case 'date':
      return '2019-02';
    case 'link':
      return 'https://example.org/';
    case 'agreement':
      return 'gcsc';
    case 'criterion':
      return 'supply-chain-integrity';
    case 'language':
      return 'fr';
    case 'line':
    case 'text':
      return 'Words';
  }
}

it('a cell can hold every value that the schema of its key takes', () => {
  for (const key of [...ALL_FIELDS, ...ROW_FIELDS.map((field) => `${field}:one`), 'supply-chain-integrity']) {
    const field = fieldOf(key);
    const example = field ? exampleOf(field) : 'unclear';
    const parsed = parseCellValue(key, example);
    expect([key, parsed.success && cellValue.parse(told(parsed.data))]).toEqual([key, example]);
  }
  for (const field of PARTIES_FIELDS)
    for (const part of PARTIES_PARTS) {
      const { [part]: value } = EXAMPLES.parties as Record<string, unknown>; // one of its parts by itself
      expect(cellValue.parse(parseCellValue(field, { [part]: value }).data)).toEqual({ [part]: value });
    }
  expect([true, 7, { other: 1 }, [1]].map((value) => cellValue.safeParse(value).success)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it('a fact can be cleared, a name and an assessment can not', () => {
  expect(['maintainer', 'dates:adopted', 'status'].map((key) => parseCellValue(key, null).success)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['name', 'shortName', 'supply-chain-integrity'].map((key) => parseCellValue(key, null).success)).toEqual([
    false,
    false,
    false,
  ]);
});

it.each([
  ['counts', { counted: 'parties', count: '140+' }, 'not_a_number'],
  ['counts', { counted: 'parties', count: -1 }, 'not_a_number'],
  ['counts', { counted: 'parties', count: '65 states' }, 'not_a_number'],
  ['counts', { counted: 'parties' }, 'required'],
  ['counts', { counted: 'people', count: 3 }, 'unknown_choice'],
  ['dates', { event: 'adopted' }, 'required'],
  ['dates', { event: 'adopted', date: 'soon' }, 'not_a_partial_date'],
  ['maintainers', { name: 'A', from: '2019', until: '2018-12' }, 'ends_before_it_begins'],
  ['languages', { language: 'xx' }, 'unknown_choice'],
  ['additionalNorms', { norm: 'N', quotation: 'x'.repeat(50_000) }, 'too_long'],
])('refuses %s %j', (key, value, code) => {
  const parsed = parseCellValue(key, value);
  expect(parsed.error?.issues[0]?.message).toBe(code);
});

it('a period may end in the year in which it began', () => {
  expect(parseCellValue('maintainers', { name: 'A', from: '2019-03', until: '2019' }).success).toBe(true);
});
