import { z } from 'zod';
import { readDecimal } from '@/lib/platform/text/read-decimal';
import { oneRow, single } from '@/lib/questions/value-kind';
import type { ValueKind } from '@/lib/questions/value-kind';
import { isBlank, typedText } from '@/lib/questions/typed-fields';

const bound = z.number().min(-1e15).max(1e15).optional();
const settings = {
  unit: z.string().min(1).max(60).optional(),
  min: bound,
  max: bound,
  /** How many digits after the point; without it, only whole numbers. */
  decimals: z.number().int().min(0).max(6).optional(),
};

/** A number with its unit. It is stored as its digits, such as `12.5`, so that nothing is rounded. */
export const number: ValueKind<string, string, typeof settings> = {
  settings,
  settingFields: [
    { name: 'unit', type: 'text', label: 'Unit, such as “people” or “US dollars”' },
    { name: 'min', type: 'number', label: 'Lowest number', decimals: true },
    { name: 'max', type: 'number', label: 'Highest number', decimals: true },
    { name: 'decimals', type: 'number', label: 'Digits after the point', min: 0, max: 6 },
  ],
  settingFaults: ({ min, max }) =>
    min !== undefined && max !== undefined && max < min ? [{ message: 'max_below_min', path: ['max'] }] : [],
  typed: typedText,
  sent: (typed) => (isBlank(typed) ? undefined : typed),
  schema: ({ min, max, decimals = 0 }) =>
    z.union([z.string(), z.number().transform(String)], { error: 'not_a_decimal' }).transform((value, context) => {
      const read = readDecimal(value);
      const fault = read.ok ? faultOf(read.decimal, { min, max, decimals }) : { message: read.reason };
      if (read.ok && !fault) return read.decimal;
      context.issues.push({ code: 'custom', input: value, ...fault });
      return z.NEVER;
    }),
  shape: z.string().describe('A number as its digits, such as 12.5. A JSON number is taken, too.'),
  fieldAt: () => [],
  prefill: (value) => value ?? '',
  parts: (value, { unit }, { words }) =>
    single(unit === undefined ? value : words('questions.number.withUnit', { number: value, unit })),
  compared: (value) => [value],
  columns: ({ unit = '' }) => [{ name: '', title: unit, cell: Number }],
  paperRows: ({ unit, decimals = 0 }, context, label) =>
    oneRow({ kind: 'number' }, context, label, [
      ...(unit === undefined ? [] : [context.words('questions.number.in', { unit })]),
      decimals === 0
        ? context.words('questions.number.whole')
        : context.words('questions.number.withPoint', { decimals }),
    ]),
  minutes: () => [1, 10],
};

function faultOf(decimal: string, { min, max, decimals }: { min?: number; max?: number; decimals: number }) {
  const digits = decimal.split('.')[1]?.length ?? 0;
  if (digits > decimals)
    return decimals === 0
      ? { message: 'not_a_whole_number' }
      : { message: 'too_many_decimals', params: { max: decimals } };
  if (min !== undefined && Number(decimal) < min) return { message: 'too_small', params: { min } };
  if (max !== undefined && Number(decimal) > max) return { message: 'too_great', params: { max } };
  return undefined;
}
