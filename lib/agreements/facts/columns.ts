import type { Locale } from '@/lib/platform/i18n/routing';
import { PARTIES_PARTS } from './fact';
import type { PartiesPart, RecordPart } from './fact';
import { FACTS, isPartiesField, isRecordField } from './registry';
import type { CellField, RecordField } from './registry';
import { factDescription, factLabel, partColumnWords, recordPartWords } from './words';

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

const RECORD_TYPES: Record<RecordPart['kind'], Pick<FactColumn, 'type' | 'pattern'>> = {
  choice: { type: 'string' },
  line: { type: 'string' },
  text: { type: 'string' },
  date: { type: 'string', pattern: PARTIAL_DATE },
  link: { type: 'string' },
  number: { type: 'integer' },
  agreement: { type: 'string' },
  criterion: { type: 'string' },
  language: { type: 'string' },
};

/** The columns of a record, one for each part; `before` begins their names. */
function recordColumns(field: RecordField, locale: Locale, before = ''): FactColumn[] {
  const { value } = FACTS[field];
  if (value.kind !== 'record') return [];
  return Object.entries(value.parts).map(([part, definition]) => ({
    name: `${before}${part}`,
    title: recordPartWords(field, part, locale).label,
    description: `${factLabel(field, locale)}: ${recordPartWords(field, part, locale).label}.`,
    ...RECORD_TYPES[definition.kind],
    ...(definition.kind === 'choice' && { choices: definition.choices }),
  }));
}

/** A stored record in the columns of its parts; null in a column that has no value. */
function recordCells(field: RecordField, value: unknown): TableValue[] {
  const { value: definition } = FACTS[field];
  if (definition.kind !== 'record') return [];
  return Object.keys(definition.parts).map((part) =>
    typeof value === 'object' && value !== null ? inOneField(Reflect.get(value, part)) : null,
  );
}

/** The columns of a fact of one cell in a table of agreements: a fact of several parts has one for each. */
export function factColumns(field: CellField, locale: Locale): FactColumn[] {
  if (isPartiesField(field)) {
    const words = partColumnWords(field, locale);
    return PARTIES_PARTS.map((part) => ({ name: `${field}.${part}`, ...words[part], ...PART_TYPES[part] }));
  }
  if (isRecordField(field)) return recordColumns(field, locale, `${field}.`);
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
export function factCells(field: CellField, value: unknown): TableValue[] {
  if (isRecordField(field)) return recordCells(field, value);
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
