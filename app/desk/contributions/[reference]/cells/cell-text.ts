import { SPACES, BINDING_NATURES, ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import common from '@/lib/platform/i18n/messages/en/common.json';
import { valueKindOf } from '@/app/desk/contributions/[reference]/decision/decision-fields';

/** The text of a cell that is compared word by word; null where its value is one of a few, a date or a link. */
export function textOf(cell: string, value: unknown): string | null {
  if (value === null || value === undefined || cell === 'launchDate' || cell === 'link') return null;
  const kind = valueKindOf(cell);
  return kind === 'line' || kind === 'text' || kind === 'list' || kind === 'signatories'
    ? valueInWords(cell, value)
    : null;
}

/** Any cell's value as plain words, as short as it can be said. */
export function valueInWords(cell: string, value: unknown): string {
  if (value === null || value === undefined) return 'Nothing';
  switch (valueKindOf(cell)) {
    case 'assessment':
      return common.values[ASSESSMENT_VALUES.find((one) => one === value) ?? 'not_assessed'];
    case 'space':
      return named(
        common.spaces,
        SPACES.find((one) => one === value),
        value,
      );
    case 'bindingNature':
      return named(
        common.bindingNatures,
        BINDING_NATURES.find((one) => one === value),
        value,
      );
    case 'list':
      return Array.isArray(value) ? value.map(String).join('\n') : String(value);
    case 'signatories':
      return signatoriesInWords(value);
    default:
      return String(value);
  }
}

const named = <Key extends string>(words: Record<Key, string>, key: Key | undefined, value: unknown) =>
  key === undefined ? String(value) : words[key];

function signatoriesInWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { count, unit, asOf, list, link } = value as {
    count?: unknown;
    unit?: string;
    asOf?: string;
    list?: string[];
    link?: string;
  }; // as the cell's schema has it
  const many = [count, unit]
    .filter((part) => part !== undefined && part !== '')
    .map(String)
    .join(' ');
  return [many, asOf && `as of ${asOf}`, list?.join(', '), link].filter(Boolean).join('; ');
}
