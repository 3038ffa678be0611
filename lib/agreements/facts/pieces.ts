import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/platform/i18n/catalogue';
import type { Messages } from '@/lib/platform/i18n/catalogue';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { FactKind, Parties } from './fact';
import { FACTS } from './registry';
import type { FactField } from './registry';
import { storedFacts } from './schemas';
import { choiceWord } from './words';

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
  text: string;
};
type PiecesOf = { [Kind in FactKind]: (value: ParsedBy[Kind], field: FactField, locale: Locale) => FactPiece[] };

const PIECES: PiecesOf = {
  line: (text) => [{ kind: 'line', text }],
  text: (text) => [{ kind: 'text', text }],
  date: (date) => [{ kind: 'date', date }],
  choice: (choice, field, locale) => [{ kind: 'words', text: choiceWord(field, choice, locale) ?? choice }],
  link: (href) => [{ kind: 'link', href }],
  list: (items) => [{ kind: 'list', items }],
  parties: (parties, _, locale) => partiesPieces(parties, locale),
};

/** The value of a fact in pieces; a value that its schema refuses is shown as it was typed. */
export function factPieces(field: FactField, value: unknown, locale: Locale): FactPiece[] {
  const parsed = storedFacts[field].safeParse(value);
  if (!parsed.success) return [{ kind: 'line', text: asTyped(value) }];
  return piecesOf(FACTS[field].value.kind, parsed.data, field, locale);
}

function piecesOf<Kind extends FactKind>(kind: Kind, value: unknown, field: FactField, locale: Locale): FactPiece[] {
  return PIECES[kind](value as ParsedBy[Kind], field, locale); // parsed by the schema of this kind
}

/** The value of a fact as plain text. */
export const factText = (field: FactField, value: unknown, locale: Locale): string =>
  factPieces(field, value, locale)
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

/** A value that no schema accepts, in a form its author recognises: its parts one after the other. */
export function asTyped(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? Object.values(value).map(asTyped).filter(Boolean).join('; ') : String(value);
}
