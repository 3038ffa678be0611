import { snakeCase } from '@/lib/platform/csv-columns';
import type { Locale } from '@/lib/platform/i18n/routing';
import { PARTIES_PARTS } from './fact';
import type { FactKind, FactValue, PartiesPart, RecordPart } from './fact';
import { CELL_FACTS, FACTS, fieldOf, isPartiesField, isRecordField } from './registry';
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
export const BETWEEN = ' | ';

/** What a part of a value is in a table. */
type PartType = 'text' | 'choice' | 'number' | 'date' | 'link' | 'list';

const PART_TYPES: Record<PartiesPart, PartType> = {
  count: 'number',
  unit: 'text',
  asOf: 'date',
  list: 'list',
  link: 'link',
};

const RECORD_TYPES: Record<RecordPart['kind'], PartType> = {
  choice: 'choice',
  line: 'text',
  text: 'text',
  date: 'date',
  link: 'link',
  number: 'number',
  agreement: 'choice',
  criterion: 'choice',
  language: 'choice',
};

const columnType = (type: PartType): Pick<FactColumn, 'type' | 'pattern'> => ({
  type: type === 'number' ? 'integer' : 'string',
  ...(type === 'date' && { pattern: PARTIAL_DATE }),
});

/** One part of the value of a cell, with the column of the table of cells that holds it. */
export type ValuePart = { part: string; column: string; type: PartType };

/** The only part of a value that has no others. */
const WHOLE = 'value';
const whole = (type: PartType, column: string) => (): ValuePart[] => [{ part: WHOLE, column, type }];
const partOf = (part: string, type: PartType): ValuePart => ({ part, column: `value_${snakeCase(part)}`, type });

const PARTS: { [Kind in FactKind]: (value: Extract<FactValue, { kind: Kind }>) => ValuePart[] } = {
  line: whole('text', 'value_text'),
  text: whole('text', 'value_text'),
  choice: whole('choice', 'value_text'),
  date: whole('date', 'value_date'),
  link: whole('link', 'value_link'),
  list: whole('list', 'value_list'),
  parties: () => PARTIES_PARTS.map((part) => partOf(part, PART_TYPES[part])),
  record: ({ parts }) => Object.entries(parts).map(([part, { kind }]) => partOf(part, RECORD_TYPES[kind])),
};

/** The parts of which the value of a cell is made; an assessment has one, like most facts. */
export function valueParts(key: string): ValuePart[] {
  const field = fieldOf(key);
  if (field === null) return whole('choice', 'value_text')();
  const { value } = FACTS[field];
  const make = <Kind extends FactKind>(one: Extract<FactValue, { kind: Kind }>) => PARTS[one.kind as Kind](one); // its own kind
  return make(value);
}

/** The columns of the table of cells that hold values, with the names of the facts whose values they take. */
export function valueColumns(locale: Locale): (FactColumn & { fields: string[] })[] {
  const columns = new Map<string, { type: PartType; fields: string[] }>();
  for (const column of ['value_text', 'value_date', 'value_link']) columns.set(column, { type: 'text', fields: [] });
  for (const field of CELL_FACTS) {
    for (const { column, type } of valueParts(field)) {
      const { fields } = columns.get(column) ?? { fields: [] };
      columns.set(column, { type: column === 'value_text' ? 'text' : type, fields: [...fields, field] });
    }
  }
  return [...columns].map(([name, { type, fields }]) => ({
    name,
    title: `Value: ${name.slice('value_'.length).replaceAll('_', ' ')}`,
    description: `${SAID[type]} Of: ${name === 'value_text' ? 'every criterion, ' : ''}${fields.map((field) => `${field} (${factLabel(field as CellField, locale)})`).join(', ')}.`,
    ...columnType(type),
    fields,
  }));
}

const SAID: Record<PartType, string> = {
  text: 'A text.',
  choice: 'A word out of a list, or a name.',
  number: 'A whole number.',
  date: 'A year, a month or a day.',
  link: 'An address on the web.',
  list: `Several texts with “${BETWEEN}” between.`,
};

/** A stored value by its parts; of a value that does not have the shape of its cell, everything is text. */
export function valueByPart(key: string, value: unknown): Map<ValuePart, TableValue> {
  const parts = valueParts(key);
  const single = parts.length === 1 && parts[0]?.part === WHOLE;
  const fits = single || (typeof value === 'object' && value !== null && !Array.isArray(value));
  if (!fits) return new Map([[{ part: WHOLE, column: 'value_text', type: 'text' }, inOneField(value)]]);
  return new Map(
    parts.map((one) => [one, inOneField(single ? value : Reflect.get(value as object, one.part))] as const),
  ); // an object, as just checked
}

/** The columns of a record, one for each part; `before` begins their names. */
function recordColumns(field: RecordField, locale: Locale, before = ''): FactColumn[] {
  const { value } = FACTS[field];
  if (value.kind !== 'record') return [];
  return Object.entries(value.parts).map(([part, definition]) => ({
    name: `${before}${part}`,
    title: recordPartWords(field, part, locale).label,
    description: `${factLabel(field, locale)}: ${recordPartWords(field, part, locale).label}.`,
    ...columnType(RECORD_TYPES[definition.kind]),
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
    return PARTIES_PARTS.map((part) => ({ name: `${field}.${part}`, ...words[part], ...columnType(PART_TYPES[part]) }));
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

export type TableValue = string | number | null;

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
