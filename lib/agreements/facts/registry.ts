import { bindingNature } from './binding-nature';
import type { Fact, FactValue, Parties } from './fact';
import { launchDate } from './launch-date';
import { link } from './link';
import { maintainer } from './maintainer';
import { name } from './name';
import { shortName } from './short-name';
import { signatories } from './signatories';
import { space } from './space';
import { stakeholders } from './stakeholders';
import { summary } from './summary';
import { uniqueElements } from './unique-elements';

/**
 * Every fact by the key under which cells, files and the API have it, in the order in which pages and files show them.
 * Besides this line a fact has its entry in the catalogue's `facts`, which the types ask for, and its key in the check
 * `cells_fact_check`, which a test asks for.
 */
const REGISTRY = {
  name,
  shortName,
  launchDate,
  space,
  bindingNature,
  stakeholders,
  signatories,
  maintainer,
  link,
  summary,
  uniqueElements,
} as const satisfies Record<string, Fact>;

type Registry = typeof REGISTRY;
export type FactField = keyof Registry;

export const FACTS: Readonly<Record<FactField, Fact>> = REGISTRY;
export const FACT_FIELDS = Object.keys(REGISTRY) as readonly FactField[]; // the registry has no other keys

export const isFactField = (key: string): key is FactField => Object.hasOwn(REGISTRY, key);

/** What a value of this kind is, once its schema has parsed it. */
type ParsedValue<Value extends FactValue> = Value extends { kind: 'parties' }
  ? Parties
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
export const TELLING_FIELDS = FACT_FIELDS.filter((field): field is TellingField => FACTS[field].tellsApart === true);

/** The text of each fact by which a new agreement is compared. */
export const tellingTexts = (textOf: (field: TellingField) => string): Record<TellingField, string> =>
  // each of them
  Object.fromEntries(TELLING_FIELDS.map((field) => [field, textOf(field)])) as Record<TellingField, string>;

/** The facts that name the agreement: `agreements` holds a copy of their cells. */
export const NAME_FIELDS = FACT_FIELDS.filter((field) => FACTS[field].isName);
export const isNameField = (key: string): boolean => isFactField(key) && FACTS[key].isName === true;

/** Facts of several parts, each typed into a field of its own. */
export type PartiesField = FieldsWith<{ value: { kind: 'parties' } }>;
export const isPartiesField = (key: string): key is PartiesField =>
  isFactField(key) && FACTS[key].value.kind === 'parties';
export const PARTIES_FIELDS = FACT_FIELDS.filter(isPartiesField);
