import type { Locale } from '@/lib/platform/i18n/routing';
import { PARTIES_PARTS } from './fact';
import type { PartiesPart } from './fact';
import { FACTS, isPartiesField } from './registry';
import type { FactField } from './registry';
import { factDescription, factLabel, partColumnWords } from './words';

/** A column of a file: its name in the header and what a reader or program may rely on. */
export type FactColumn = {
  name: string;
  title: string;
  description: string;
  type: 'string' | 'integer';
  required?: true;
  choices?: readonly string[];
  pattern?: string;
};

/** How a partial date is written, as a regular expression that other programs check by. */
export const PARTIAL_DATE = '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?';
/** Separates the entries of a list that shares one field of a table. */
const BETWEEN = ' | ';

const PART_TYPES: Record<PartiesPart, Pick<FactColumn, 'type' | 'pattern'>> = {
  count: { type: 'integer' },
  unit: { type: 'string' },
  asOf: { type: 'string', pattern: PARTIAL_DATE },
  list: { type: 'string' },
  link: { type: 'string' },
};

/** The columns of a fact in a table of agreements: a fact of several parts has one for each. */
export function factColumns(field: FactField, locale: Locale): FactColumn[] {
  if (isPartiesField(field)) {
    const words = partColumnWords(field, locale);
    return PARTIES_PARTS.map((part) => ({ name: `${field}.${part}`, ...words[part], ...PART_TYPES[part] }));
  }
  const { value, isName } = FACTS[field];
  return [
    {
      name: field,
      title: factLabel(field, locale),
      description: factDescription(field, locale),
      type: 'string',
      ...(isName && { required: true as const }),
      ...(value.kind === 'choice' && { choices: value.choices }),
      ...(value.kind === 'date' && { pattern: PARTIAL_DATE }),
    },
  ];
}

type TableValue = string | number | null;

/** A stored value in the columns of its fact; null in a column that has no value. */
export function factCells(field: FactField, value: unknown): TableValue[] {
  if (!isPartiesField(field)) return [inOneField(value)];
  return PARTIES_PARTS.map((part) =>
    typeof value === 'object' && value !== null ? inOneField(Reflect.get(value, part)) : null,
  );
}

function inOneField(value: unknown): TableValue {
  if (Array.isArray(value)) return value.map(inOneField).join(BETWEEN);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
