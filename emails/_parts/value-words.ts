import facts from '@/lib/platform/i18n/messages/en/facts.json';
import type { MailWords } from './words';

/**
 * A cell in a mail. Values are as the dataset stores them, with names in place of the keys that they refer by
 * (lib/notifications/mail-references.ts).
 */
export type MailCell = {
  key: string;
  /** The criterion's short title; null for a fact, whose name is in the catalogue. */
  criterion: string | null;
  /** The name of its row in words; a fact of one cell has none. */
  row?: string;
  outcome: 'pending' | 'accepted' | 'amended' | 'rejected' | 'superseded' | 'withdrawn';
  proposed: unknown;
  /** Why there is no value, where none is proposed. */
  proposedNote?: string | null;
  /** The value in the dataset, if it differs from the proposal. */
  decided: unknown;
  decidedNote?: string | null;
  reason: string | null;
};

export type MailAgreement = { name: string; cells: MailCell[] };

/** The cell's name as on the site. */
export function cellLabel(
  { key, criterion, row }: Pick<MailCell, 'key' | 'criterion' | 'row'>,
  words: MailWords,
): string {
  const label = criterion ?? named(`facts.${fieldOf(key)}.label`, words) ?? key;
  return row === undefined ? label : `${label}: ${row}`;
}

/**
 * A value in words: an assessment or a choice by its name in the catalogue, a list with commas, signatories as a
 * phrase. Where there is no value, its note says why.
 */
export function valueInWords(
  cell: Pick<MailCell, 'key' | 'criterion'>,
  value: unknown,
  words: MailWords,
  note?: string | null,
): string {
  if (value === null && note) return words('common.noneBecause', { reason: note });
  if (value === null || value === undefined) return words('mail.cells.none');
  if (Array.isArray(value)) return value.map(String).join('; ');
  if (typeof value === 'object') {
    const field = fieldOf(cell.key);
    const entry = Object.entries(facts).find(([key]) => key === field)?.[1] ?? {};
    return 'parts' in entry && entry.parts instanceof Object
      ? recordInWords(field, entry.parts, value, words)
      : signatoriesInWords(value, words);
  }
  const group = cell.criterion === null ? `facts.${cell.key}.choices` : 'common.values';
  return named(`${group}.${String(value)}`, words) ?? String(value);
}

/** The fact of a cell. */
const fieldOf = (key: string): string => key.split(':')[0] ?? key;

/** A record as its sentence in the catalogue. */
function recordInWords(field: string, parts: object, value: object, words: MailWords): string {
  const said = Object.keys(parts).map((part) => {
    const text = String((value as Record<string, unknown>)[part] ?? 'none'); // an object, by its parts
    return [part, named(`facts.${field}.parts.${part}.choices.${text}`, words) ?? text] as const;
  });
  const values = Object.fromEntries(said) as { event: string; date: string }; // its own parts
  const sentence = words(`facts.${field}.say` as 'facts.dates.say', values);
  const links = Object.values(value).filter((one) => String(one).startsWith('http') && !sentence.includes(String(one)));
  return [sentence, ...links].join('; ');
}

function signatoriesInWords(value: object, words: MailWords): string {
  const { count, unit, asOf, list, link } = value as {
    count?: number;
    unit?: string;
    asOf?: string;
    list?: string[];
    link?: string;
  }; // validated when it was stored
  const parts: string[] = [];
  if (count !== undefined)
    parts.push(
      unit
        ? words('mail.cells.signatories.countOf', { count, unit })
        : words('mail.cells.signatories.count', { count }),
    );
  else if (unit) parts.push(unit);
  if (list?.length) parts.push(words('mail.cells.signatories.listed', { count: list.length }));
  if (link) parts.push(link);
  const what = parts.join('; ');
  if (!asOf) return what || words('mail.cells.none');
  return what
    ? words('mail.cells.signatories.asOf', { what, date: asOf })
    : words('mail.cells.signatories.dateOnly', { date: asOf });
}

/** The catalogue's word for a key from data; undefined if it has none. */
function named(key: string, words: MailWords): string | undefined {
  // The key comes from data, so the compiler can't check it; `has` checks at run time.
  const known = key as Parameters<MailWords>[0];
  return words.has(known) ? words(known) : undefined;
}
