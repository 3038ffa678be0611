import { keyWords } from '@/lib/platform/text/key-words';
import { fieldOf, rowOf } from './registry';

/**
 * What a cell is called: by a table of names that has an entry for each fact and criterion. A row is called by its fact
 * and its own name, such as “Further dates: in force”; a cell that the table does not know, by its key.
 */
export function cellName(names: Readonly<Record<string, string>> | ReadonlyMap<string, string>, key: string): string {
  const table = names instanceof Map ? (names as ReadonlyMap<string, string>) : new Map(Object.entries(names));
  const nameOf = (one: string) => table.get(one);
  const known = nameOf(key);
  if (known !== undefined) return known;
  const field = fieldOf(key);
  const label = field === null ? undefined : nameOf(field);
  return label === undefined ? key : `${label}: ${rowWords(rowOf(key))}`;
}

/** A new row is called by its number. */
const rowWords = (row: string): string => keyWords(row).replace(/^\+/, 'new ');
