import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { kindOf } from '@/lib/agreements/facts/kinds';
import { factText } from '@/lib/agreements/facts/pieces';
import type { NamesBySlug } from '@/lib/agreements/facts/pieces';
import { isFactKey } from '@/lib/agreements/facts/registry';
import common from '@/lib/platform/i18n/messages/en/common.json';

/** The text of a cell for comparison word by word; null where its value is compared as a whole. */
export function textOf(cell: string, value: unknown): string | null {
  const comparison = kindOf(cell)?.comparison ?? 'whole';
  return value === null || value === undefined || comparison === 'whole' ? null : valueInWords(cell, value);
}

/** Any cell's value as plain words, as short as possible. */
export function valueInWords(cell: string, value: unknown, names?: NamesBySlug): string {
  if (value === null || value === undefined) return 'Nothing';
  if (isFactKey(cell)) return factText(cell, value, 'en', names);
  return common.values[ASSESSMENT_VALUES.find((one) => one === value) ?? 'not_assessed'];
}
