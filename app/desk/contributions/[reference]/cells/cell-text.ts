import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { kindOf } from '@/lib/agreements/facts/kinds';
import { factText, sayNone } from '@/lib/agreements/facts/pieces';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { isFactKey } from '@/lib/agreements/facts/registry';
import common from '@/lib/platform/i18n/messages/en/common.json';

/** The text of a cell for comparison word by word; null where its value is compared as a whole. */
export function textOf(cell: string, value: unknown, names: ReferenceNames): string | null {
  const comparison = kindOf(cell)?.comparison ?? 'whole';
  return value === null || value === undefined || comparison === 'whole' ? null : valueInWords(cell, value, names);
}

type Content = { value: unknown; note: string | null };

/** A cell's content as plain words: its value, or why there is none. */
export function contentInWords(cell: string, content: Content | null | undefined, names: ReferenceNames): string {
  if (!content) return 'Nothing';
  const { value, note } = content;
  return value === null && isFactKey(cell) ? sayNone(note, 'en') : valueInWords(cell, value, names);
}

/** Any cell's value as plain words, as short as possible. */
export function valueInWords(cell: string, value: unknown, names: ReferenceNames): string {
  if (value === undefined) return 'Nothing';
  if (isFactKey(cell)) return factText(cell, value, 'en', names);
  return common.values[ASSESSMENT_VALUES.find((one) => one === value) ?? 'not_assessed'];
}
