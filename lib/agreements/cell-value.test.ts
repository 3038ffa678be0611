import { expect, it } from 'vitest';
import type { z } from 'zod';
import { FACT_FIELDS } from './constants';
import type { AssessmentValue, FactField, FactValues } from './schema';
import { cellValue, parseCellValue } from './schema';

/** The compiler refuses this where a fact's own schema takes what a cell can't tell. */
const told = (value: FactValues[FactField] | AssessmentValue): z.infer<typeof cellValue> => value;

const WHOLE: Record<FactField, unknown> = {
  name: 'A name',
  shortName: 'A',
  launchDate: '2019-02',
  space: 'united-nations',
  bindingNature: 'binding',
  stakeholders: 'States and others',
  signatories: { count: 0, unit: 'states', asOf: '2020', list: ['One'], link: 'https://example.org/' },
  maintainer: 'A council',
  link: 'https://example.org/',
  summary: 'Words',
  uniqueElements: ['One', 'Another'],
};

it('a cell can tell every value that the schema of its key takes', () => {
  for (const key of [...FACT_FIELDS, 'supply-chain-integrity']) {
    const parsed = parseCellValue(key, key in WHOLE ? WHOLE[key as FactField] : 'unclear'); // a field, as just asked
    expect([key, parsed.success && cellValue.parse(told(parsed.data))]).toEqual([
      key,
      key in WHOLE ? WHOLE[key as FactField] : 'unclear',
    ]);
  }
  for (const part of ['count', 'unit', 'asOf', 'list', 'link'] as const) {
    const { [part]: value } = WHOLE.signatories as Record<string, unknown>; // one of its parts by itself
    expect(cellValue.parse(parseCellValue('signatories', { [part]: value }).data)).toEqual({ [part]: value });
  }
  expect([true, 7, { other: 1 }, [1]].map((value) => cellValue.safeParse(value).success)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
