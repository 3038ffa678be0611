import { expect, it } from 'vitest';
import type { z } from 'zod';
import { PARTIES_PARTS } from '@/lib/agreements/facts/fact';
import type { FactKind } from '@/lib/agreements/facts/fact';
import { FACT_FIELDS, FACTS, isFactField, PARTIES_FIELDS } from '@/lib/agreements/facts/registry';
import type { FactField, FactValues } from '@/lib/agreements/facts/registry';
import type { AssessmentValue } from './schema';
import { cellValue, parseCellValue } from './schema';

/** The compiler reports an error here if a fact's own schema accepts a value that a cell can't hold. */
const told = (value: FactValues[FactField] | AssessmentValue): z.infer<typeof cellValue> => value;

const EXAMPLES: Record<Exclude<FactKind, 'choice'>, unknown> = {
  line: 'A name',
  text: 'Words\n\nof two paragraphs',
  date: '2019-02',
  link: 'https://example.org/',
  list: ['One', 'Another'],
  parties: { count: 0, unit: 'states', asOf: '2020', list: ['One'], link: 'https://example.org/' },
};
const exampleOf = (field: FactField): unknown => {
  const { value } = FACTS[field];
  return value.kind === 'choice' ? value.choices[0] : EXAMPLES[value.kind];
};

it('a cell can hold every value that the schema of its key takes', () => {
  for (const key of [...FACT_FIELDS, 'supply-chain-integrity']) {
    const example = isFactField(key) ? exampleOf(key) : 'unclear';
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
