import { ASSESSMENT_VALUES } from './constants';
import type { FactKind, FactValue, RecordPart } from './facts/fact';
import { PARTIES_PARTS } from './facts/fact';
import { ALL_FIELDS, FACTS, isNameField, isRowField } from './facts/registry';

const DATE = 'a year, a month or a day, such as 2018-04';
const LINK = 'an address on the web';
const oneOf = (choices: readonly string[]) => `one of ${choices.join(', ')}`;
const textOf = (max: number) => `a text of at most ${max} characters`;

const OF_PART: { [Kind in RecordPart['kind']]: (part: Extract<RecordPart, { kind: Kind }>) => string } = {
  choice: ({ choices }) => oneOf(choices),
  line: ({ max }) => textOf(max),
  text: ({ max }) => textOf(max),
  date: () => DATE,
  link: () => LINK,
  number: () => 'a whole number',
  agreement: () => 'the short name of an agreement',
  criterion: () => 'the key of a criterion',
  language: () => 'two letters as in ISO 639-1',
};

function partWords(name: string, part: RecordPart): string {
  const said = <Kind extends RecordPart['kind']>(one: Extract<RecordPart, { kind: Kind }>) =>
    OF_PART[one.kind as Kind](one); // its own kind
  return `${name} (${said(part)}${part.needed ? '; needed' : ''})`;
}

const OF_KIND: { [Kind in FactKind]: (value: Extract<FactValue, { kind: Kind }>) => string } = {
  line: ({ max }) => textOf(max),
  text: ({ max }) => textOf(max),
  date: () => DATE,
  choice: ({ choices }) => oneOf(choices),
  link: () => LINK,
  list: ({ max, itemMax }) => `a list of at most ${max} texts, each of at most ${itemMax} characters`,
  parties: () => `an object of any of ${PARTIES_PARTS.join(', ')}`,
  record: ({ parts }) =>
    `an object of ${Object.entries(parts)
      .map(([name, part]) => partWords(name, part))
      .join(', ')}`,
};

function valueWords(value: FactValue): string {
  const said = <Kind extends FactKind>(one: Extract<FactValue, { kind: Kind }>) => OF_KIND[one.kind as Kind](one); // its own kind
  return said(value);
}

/** What names a cell, in a sentence for those who send one by a program. */
export const CELL_WORDS = `What it is about: the key of a criterion, or the name of a fact. Of a fact with any number of rows (${ALL_FIELDS.filter(isRowField).join(', ')}) the name alone, such as counts, proposes a new row, and the name with that of a row, such as counts:supporters-states-2019, changes that row. “Value” says which cell takes which value.`;

/** Which cell takes which value, a sentence for each. */
export const CELL_VALUES = [
  `A criterion takes ${oneOf(ASSESSMENT_VALUES.filter((value) => value !== 'not_assessed'))}.`,
  ...ALL_FIELDS.map((field) => `${field} takes ${valueWords(FACTS[field].value)}.`),
  `Any fact but ${ALL_FIELDS.filter(isNameField).join(' and ')} also takes null, which clears it, with the reason as its note.`,
].join(' ');
