import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/platform/i18n/catalogue';
import type { Messages } from '@/lib/platform/i18n/catalogue';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { FactKind, Parties, RecordPart, RecordValue } from './fact';
import { referenceName } from './reference-names';
import type { ReferenceNames } from './reference-names';
import { fieldOf, FACTS, isRecordField } from './registry';
import type { FactField, FactKey, RecordField } from './registry';
import { isViewedFact } from './fact-views';
import { storedFacts } from './schemas';
import { viewValue } from './view-value';
import { choiceWord, partChoiceWord } from './words';

/** A value in pieces, each of which a page, a paper or a mail shows in its own way. */
export type FactPiece =
  | { kind: 'line'; text: string }
  /** Text of several lines. */
  | { kind: 'text'; text: string }
  /** Our words, not the contributor's. */
  | { kind: 'words'; text: string }
  | { kind: 'date'; date: string }
  | { kind: 'link'; href: string }
  | { kind: 'list'; items: string[] }
  /** A list that can be long. */
  | { kind: 'names'; names: string[] };
export type FactPieceKind = FactPiece['kind'];

type ParsedBy = {
  choice: string;
  date: string;
  line: string;
  link: string;
  list: string[];
  parties: Parties;
  record: RecordValue;
  text: string;
};
type Words = { locale: Locale; names: ReferenceNames };
type PiecesOf = { [Kind in FactKind]: (value: ParsedBy[Kind], field: FactField, words: Words) => FactPiece[] };

const PIECES: PiecesOf = {
  line: (text) => [{ kind: 'line', text }],
  text: (text) => [{ kind: 'text', text }],
  date: (date) => [{ kind: 'date', date }],
  choice: (choice, field, { locale }) => [{ kind: 'words', text: choiceWord(field, choice, locale) ?? choice }],
  link: (href) => [{ kind: 'link', href }],
  list: (items) => [{ kind: 'list', items }],
  parties: (parties, _, { locale }) => partiesPieces(parties, locale),
  record: recordPieces,
};

/**
 * The value of a fact in pieces; a value that its schema refuses is shown as it was typed. What it refers to is called
 * as in `names`.
 */
export function factPieces(key: FactKey, value: unknown, locale: Locale, names: ReferenceNames): FactPiece[] {
  const field = fieldOf(key) ?? 'name'; // it is one
  if (value === null) return [{ kind: 'words', text: sayNone(null, locale) }];
  const parsed = storedFacts[field].safeParse(value);
  if (!parsed.success) return [{ kind: 'line', text: asTyped(value) }];
  return piecesOf(FACTS[field].value.kind, parsed.data, field, { locale, names });
}

/** That a fact has no value, in a sentence with the reason for it, which is its note and may be Markdown. */
export function sayNone(note: string | null | undefined, locale: Locale): string {
  const { noValue } = catalogues[locale].common;
  if (!note) return noValue;
  const words = createTranslator<Messages, 'common'>({ locale, messages: catalogues[locale], namespace: 'common' });
  return words('noneBecause', { reason: note });
}

/** The note that is shown below a value. Where there is no value, the note is its reason and part of the sentence. */
export const noteBeside = ({ value, note }: { value: unknown; note: string | null }): string | null =>
  value === null ? null : note;

function piecesOf<Kind extends FactKind>(kind: Kind, value: unknown, field: FactField, words: Words): FactPiece[] {
  return PIECES[kind](value as ParsedBy[Kind], field, words); // parsed by the schema of this kind
}

/** The value of a fact as plain text; what it refers to is called as in `names`. */
export const factText = (key: FactKey, value: unknown, locale: Locale, names: ReferenceNames): string =>
  factPieces(key, value, locale, names)
    .map((piece) => pieceText(piece, locale))
    .join('; ');

/** One piece as plain text. */
export function pieceText(piece: FactPiece, locale: Locale): string {
  switch (piece.kind) {
    case 'line':
    case 'text':
    case 'words':
      return piece.text;
    case 'date':
      return sayPartialDate(piece.date, locale);
    case 'link':
      return piece.href;
    case 'list':
      return piece.items.join('\n');
    case 'names':
      return piece.names.join('; ');
  }
}

function partiesPieces({ count, unit, asOf, list = [], link }: Parties, locale: Locale): FactPiece[] {
  const words = createTranslator<Messages, 'agreements.signatories'>({
    locale,
    messages: catalogues[locale],
    namespace: 'agreements.signatories',
  });
  const amount = count === undefined ? unit : words('amount', { count, unit: unit ?? words('unit', { count }) });
  const date = asOf && sayPartialDate(asOf, locale);
  const said = !date ? amount : amount ? words('asOf', { amount, date }) : words('dateOnly', { date });
  return [
    ...(said ? [{ kind: 'line' as const, text: said }] : []),
    ...(link ? [{ kind: 'link' as const, href: link }] : []),
    ...(list.length > 0 ? [{ kind: 'names' as const, names: list }] : []),
  ];
}

/** A record as its sentence in the catalogue, with the words of its choices; then its links. */
function recordPieces(record: RecordValue, field: FactField, { locale, names }: Words): FactPiece[] {
  const { value } = FACTS[field];
  if (value.kind !== 'record' || !isRecordField(field)) return [];
  if (field === 'factViews') return viewPieces(record, { locale, names });
  const said: Record<string, string | number> = {};
  const links: FactPiece[] = [];
  for (const [part, { kind }] of Object.entries(value.parts)) {
    const one = record[part];
    said[part] = one === undefined ? 'none' : partText({ field, part, kind }, one, { locale, names });
    if (kind === 'link' && typeof one === 'string') links.push({ kind: 'link', href: one });
  }
  return [{ kind: 'line', text: sayRecord(field, said, locale) }, ...links];
}

/** A view on a fact, with its value as the fact itself says it. */
function viewPieces({ fact = '', value = '' }: RecordValue, { locale, names }: Words): FactPiece[] {
  const stated = viewValue({ fact, value });
  const said = {
    fact: partChoiceWord('factViews', 'fact', String(fact), locale),
    value: isViewedFact(fact) && stated !== undefined ? factText(fact, stated, locale, names) : String(value),
  };
  return [{ kind: 'text', text: sayRecord('factViews', said, locale) }];
}

type PartName = { field: RecordField; part: string; kind: RecordPart['kind'] };

function partText({ field, part, kind }: PartName, value: string | number, { locale, names }: Words): string {
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (kind === 'choice') return partChoiceWord(field, part, value, locale);
  if (kind === 'date') return sayPartialDate(value, locale);
  if (kind === 'agreement' || kind === 'criterion') return referenceName(names, kind, value);
  return kind === 'language' ? (new Intl.DisplayNames([locale], { type: 'language' }).of(value) ?? value) : value;
}

function sayRecord(field: RecordField, said: Record<string, string | number>, locale: Locale): string {
  const words = createTranslator({ locale, messages: catalogues[locale], namespace: 'facts' });
  return words(`${field}.say` as 'dates.say', said as { event: string; date: string }); // its own parts
}

/** A value that no schema accepts, in a form its author recognises: its parts one after the other. */
export function asTyped(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? Object.values(value).map(asTyped).filter(Boolean).join('; ') : String(value);
}
