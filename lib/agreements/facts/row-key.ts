import { createHash } from 'node:crypto';
import { slugText } from '@/lib/platform/text/slug-text';
import type { RecordValue } from './fact';
import { FACTS, isRowField } from './registry';
import type { RowField, RowKey } from './registry';

/** Longer names of rows end in a part of their hash, so that two that begin alike stay two. */
const MAX_NAME = 50;

/** The key of the cell for a row that is proposed without one. The same value always gets the same key. */
function rowKey(field: RowField, value: RecordValue): RowKey {
  const fact = FACTS[field];
  const name = fact.cardinality === 'rows' ? fact.rowName(value) : '';
  const slug = slugText(name);
  if (slug !== '' && slug.length <= MAX_NAME && isWhole(slug, name)) return `${field}:${slug}`;
  const beginning = slug.slice(0, MAX_NAME - 9).replace(/-+$/, '');
  return `${field}:${[beginning, hashOf(name)].filter(Boolean).join('-')}`;
}

/** Whether the slug holds the whole name: slugs are cut at a length of their own. */
const isWhole = (slug: string, name: string) => slugText(`${name} x`) === `${slug}-x`;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The key of the cell that a proposal means: a new row, for which only the fact is named, is named by its value. */
export const cellKeyFor = (key: string, value: unknown): string =>
  isRowField(key) && typeof value === 'object' && value !== null ? rowKey(key, value as RecordValue) : key; // parsed before
