import { additionalNorms } from './additional-norms';
import { aliases } from './aliases';
import { bindingNature } from './binding-nature';
import { counts } from './counts';
import { dates } from './dates';
import { factViews } from './fact-views';
import type { Fact, FactValue, Parties, RecordValue } from './fact';
import { languages } from './languages';
import { launchDate } from './launch-date';
import { link } from './link';
import { links } from './links';
import { maintainer } from './maintainer';
import { maintainers } from './maintainers';
import { name } from './name';
import { participations } from './participations';
import { quotations } from './quotations';
import { relations } from './relations';
import { shortName } from './short-name';
import { signatories } from './signatories';
import { space } from './space';
import { stakeholders } from './stakeholders';
import { status } from './status';
import { summary } from './summary';
import { symbols } from './symbols';
import { threshold } from './threshold';
import { uniqueElements } from './unique-elements';
import { views } from './views';

/**
 * Every fact by the key under which cells, files and the API have it, in the order in which pages and files show them.
 * Besides this line a fact has its entry in the catalogue's `facts`, which the types ask for, and its key in the check
 * `cells_fact_check`, which a test asks for.
 */
const REGISTRY = {
  name,
  shortName,
  aliases,
  status,
  launchDate,
  dates,
  space,
  bindingNature,
  threshold,
  stakeholders,
  signatories,
  counts,
  maintainer,
  maintainers,
  link,
  links,
  symbols,
  languages,
  relations,
  summary,
  uniqueElements,
  additionalNorms,
  quotations,
  views,
  participations,
  factViews,
} as const satisfies Record<string, Fact>;

type Registry = typeof REGISTRY;
export type FactField = keyof Registry;
/** Facts of any number of rows, each a cell of its own. */
export type RowField = FieldsWith<{ cardinality: 'rows' }>;
/** Facts of one cell. */
export type CellField = Exclude<FactField, RowField>;
/** The key of a row's cell: its fact, and the name it got when it was proposed first, such as `dates:adopted`. */
export type RowKey = `${RowField}:${string}`;
/** Of a fact; a row that was not named yet has its fact only. */
export type FactKey = CellField | RowKey | RowField;

export const FACTS: Readonly<Record<FactField, Fact>> = REGISTRY;
/** Every fact, in the order of pages and files. */
export const ALL_FIELDS = Object.keys(REGISTRY) as readonly FactField[]; // the registry has no other keys
export const isRowField = (key: string): key is RowField =>
  Object.hasOwn(REGISTRY, key) && FACTS[key as FactField].cardinality === 'rows'; // the registry has the key
export const ROW_FIELDS = ALL_FIELDS.filter(isRowField);
/** The facts of one cell. */
export const FACT_FIELDS = ALL_FIELDS.filter((field): field is CellField => !isRowField(field));

/** Whether a proposal of this key is decided at the register of participants and becomes no cell. */
export function isOfRegister(key: string): boolean {
  const field = fieldOf(key);
  return field !== null && FACTS[field].place === 'register';
}
/** The facts that forms ask for. */
export const ASKED_FIELDS = ALL_FIELDS.filter((field) => FACTS[field].place !== 'beside');
/** The facts that cells hold. */
export const CELL_FACTS = ALL_FIELDS.filter((field) => FACTS[field].place !== 'register');

/** Whether a key names a fact: one with one cell, or a row of one with rows, also a row that has no name yet. */
export const isFactKey = (key: string): key is FactKey => fieldOf(key) !== null;
/** Whether the dataset can hold a cell of this key: rows have names. */
export const isStoredFactKey = (key: string): key is FactKey => isNamedFactKey(key) && !isOfRegister(key);
/** Whether a key names a fact, and a row by its name. */
export const isNamedFactKey = (key: string): key is FactKey =>
  isCellField(key) || (fieldOf(key) !== null && ROW_NAME.test(rowOf(key)));
export const isCellField = (key: string): key is CellField => Object.hasOwn(REGISTRY, key) && !isRowField(key);

const ROW_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** The fact that a cell belongs to, also a row that has no name yet; null where its key names none. */
export function fieldOf(key: string): FactField | null {
  if (isCellField(key)) return key;
  const { field } = splitKey(key);
  return isRowField(field) ? field : null;
}

/**
 * The keys of facts in the order of pages and files: every fact of one cell, and the rows among `keys` below their fact,
 * by name.
 */
export function inFactOrder(keys: Iterable<string>): FactKey[] {
  const rows = [...keys].filter((key): key is RowKey => isNamedFactKey(key) && !isCellField(key)).sort();
  return ALL_FIELDS.flatMap((field) => (isRowField(field) ? rows.filter((key) => fieldOf(key) === field) : [field]));
}

/** Whether a value of this cell is refused without a source. */
export function needsSource(key: string): boolean {
  const field = fieldOf(key);
  return field !== null && FACTS[field].needsSource === true;
}

/** The name of a row in the key of its cell; empty for a fact of one cell. */
export const rowOf = (key: string): string => splitKey(key).row;

function splitKey(key: string): { field: string; row: string } {
  const at = key.indexOf(':');
  return at < 0 ? { field: key, row: '' } : { field: key.slice(0, at), row: key.slice(at + 1) };
}

/** What a value of this kind is, once its schema has parsed it. */
type ParsedValue<Value extends FactValue> = Value extends { kind: 'parties' }
  ? Parties
  : Value extends { kind: 'record' }
    ? RecordValue
    : Value extends { kind: 'list' }
      ? string[]
      : Value extends { choices: readonly (infer Choice)[] }
        ? Choice
        : string;
export type FactValues = { [Field in FactField]: ParsedValue<Registry[Field]['value']> };

/** The facts that have a trait, as a type. */
type FieldsWith<Trait> = { [Field in FactField]: Registry[Field] extends Trait ? Field : never }[FactField];

/** The facts that every agreement in the seed's files has. */
export type SeededField = FieldsWith<{ seeded: true }>;

/** The facts by which a new agreement is compared with the known ones. */
export type TellingField = FieldsWith<{ tellsApart: true }>;
export const TELLING_FIELDS = ALL_FIELDS.filter((field): field is TellingField => FACTS[field].tellsApart === true);

/** The text of each fact by which a new agreement is compared. */
export const tellingTexts = (textOf: (field: TellingField) => string): Record<TellingField, string> =>
  // each of them
  Object.fromEntries(TELLING_FIELDS.map((field) => [field, textOf(field)])) as Record<TellingField, string>;

/** The facts that name the agreement: `agreements` holds a copy of their cells. */
export const NAME_FIELDS = FACT_FIELDS.filter((field) => FACTS[field].isName);
export const isNameField = (key: string): boolean => isCellField(key) && FACTS[key].isName === true;

/** Facts of several parts, each typed into a field of its own. */
export type PartiesField = FieldsWith<{ value: { kind: 'parties' } }>;
export const isPartiesField = (key: string): key is PartiesField =>
  isCellField(key) && FACTS[key].value.kind === 'parties';
export const PARTIES_FIELDS = FACT_FIELDS.filter(isPartiesField);

/** Facts whose value is a record: of one cell, or one in each row. */
export type RecordField = FieldsWith<{ value: { kind: 'record' } }>;
export const isRecordField = (field: FactField): field is RecordField => FACTS[field].value.kind === 'record';
