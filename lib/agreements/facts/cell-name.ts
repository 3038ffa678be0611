import { keyWords } from '@/lib/platform/text/key-words';
import type { Fact, RecordPart, RecordValue } from './fact';
import { fieldOf, FACTS, rowOf } from './registry';
import type { FactField } from './registry';
import { referenceName, referenceTable } from './reference-names';
import type { ReferenceNames } from './reference-names';

/**
 * What a cell is called: by a table of titles that has an entry for each fact and criterion. A row is called by its fact
 * and its own name, such as “Further dates: in force”, in which an agreement or a criterion has the name it has in
 * `names`; a cell that the table does not know is called by its key.
 */
export function cellName(
  titles: Readonly<Record<string, string>> | ReadonlyMap<string, string>,
  key: string,
  names: ReferenceNames,
): string {
  const table = titles instanceof Map ? (titles as ReadonlyMap<string, string>) : new Map(Object.entries(titles));
  const known = table.get(key);
  if (known !== undefined) return known;
  const field = fieldOf(key);
  const label = field === null ? undefined : table.get(field);
  return field === null || label === undefined ? key : `${label}: ${rowWords(field, rowOf(key), names)}`;
}

/** The name of a row in words; a new row is called by its number. */
function rowWords(field: FactField, row: string, names: ReferenceNames): string {
  const fact = FACTS[field];
  const parts = fact.value.kind === 'record' ? Object.entries(fact.value.parts) : [];
  for (const [part, { kind }] of parts) {
    if (kind !== 'agreement' && kind !== 'criterion') continue;
    for (const choice of choicesIn(parts)) {
      const around = wordsAround(fact, { ...choice, [part]: PLACE });
      const key = keyWithin(row, around, referenceTable(names, kind));
      if (key !== undefined) return around.map(keyWords).join(referenceName(names, kind, key));
    }
  }
  return keyWords(row).replace(/^\+/, 'new ');
}

const PLACE = '*';

/** The beginning and the end of a row's name around the key that it refers to. */
function wordsAround(fact: Fact, value: RecordValue): [before: string, after: string] {
  const name = fact.cardinality === 'rows' ? fact.rowName(value) : '';
  const [before = '', after = ''] = name.replaceAll(' ', '-').split(PLACE);
  return [before, after];
}

/** Each choice that a name of a row may hold beside the key. */
function choicesIn(parts: [string, RecordPart][]): RecordValue[] {
  const choices = parts.flatMap(([part, one]) =>
    one.kind === 'choice' ? one.choices.map((choice) => ({ [part]: choice })) : [],
  );
  return choices.length > 0 ? choices : [{}];
}

/** Long names of rows are cut and end in a part of their hash. */
const CUT = /^(.{30,})-[0-9a-f]{8}$/;

/** The key that a row's name holds; of a name that was cut, the one key that it can have held. */
function keyWithin(row: string, [before, after]: [string, string], table: Readonly<Record<string, string>>) {
  if (!row.startsWith(before)) return undefined;
  const key = row.slice(before.length, row.length - after.length);
  if (row.endsWith(after) && Object.hasOwn(table, key)) return key;
  const beginning = CUT.exec(row)?.[1];
  if (beginning === undefined) return undefined;
  const [one, ...others] = Object.keys(table).filter((known) => `${before}${known}${after}`.startsWith(beginning));
  return others.length === 0 ? one : undefined;
}
