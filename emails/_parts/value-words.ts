import type { MailWords } from './words';

/** A cell in a mail. `label` is the criterion's or the fact's name; values are as the dataset stores them. */
export type MailCell = {
  key: string;
  /** The criterion's short title; null for a fact, whose name is in the catalogue. */
  criterion: string | null;
  outcome: 'pending' | 'accepted' | 'amended' | 'rejected' | 'superseded' | 'withdrawn';
  proposed: unknown;
  /** The value in the dataset, if it differs from the proposal. */
  decided: unknown;
  reason: string | null;
};

export type MailAgreement = { name: string; cells: MailCell[] };

/** The cell's name as on the site. */
export function cellLabel(cell: Pick<MailCell, 'key' | 'criterion'>, words: MailWords): string {
  return cell.criterion ?? named(`facts.${cell.key}.label`, words) ?? cell.key;
}

/**
 * A value in words: an assessment or a choice by its name in the catalogue, a list with commas, signatories as a
 * phrase.
 */
export function valueInWords(cell: Pick<MailCell, 'key' | 'criterion'>, value: unknown, words: MailWords): string {
  if (value === null || value === undefined) return words('mail.cells.none');
  if (Array.isArray(value)) return value.map(String).join('; ');
  if (typeof value === 'object') return signatoriesInWords(value, words);
  const group = cell.criterion === null ? `facts.${cell.key}.choices` : 'common.values';
  return named(`${group}.${String(value)}`, words) ?? String(value);
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
