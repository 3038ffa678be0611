import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { asTyped, factPieces, noteBeside, pieceText, sayNone } from '@/lib/agreements/facts/pieces';
import type { FactPiece } from '@/lib/agreements/facts/pieces';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { isFactKey } from '@/lib/agreements/facts/registry';
import type { CellContent } from '@/lib/agreements/schema';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';
import { piece } from '@/lib/questions/paper';
import type { Piece } from '@/lib/questions/paper';
import type { Words } from '@/lib/platform/i18n/words';

/** The language, and what values refer to is called. */
type CellSetting = { words: Words; locale: Locale; names: ReferenceNames };

/** A cell on paper: its value, and below it what that rests on. */
export function cellPieces(cell: string, content: CellContent, setting: CellSetting): Piece[] {
  const { words, locale } = setting;
  const { value, source, asOf } = content;
  const note = noteBeside(content);
  return [
    ...(value === null && isFactKey(cell) ? [piece(sayNone(content.note, locale))] : valuePieces(cell, value, setting)),
    ...(note ? [piece(words('sharing.paper.note', { note }), 'muted')] : []),
    ...(asOf ? [piece(words('sharing.paper.asOf', { date: sayPartialDate(asOf, locale) }), 'muted')] : []),
    ...(source ? [piece(words('sharing.paper.source', { source }), 'muted')] : []),
  ];
}

/** A value in words; one that its schema refuses is said as it was typed. */
function valuePieces(cell: string, value: CellContent['value'], { words, locale, names }: CellSetting): Piece[] {
  if (isFactKey(cell)) return factPieces(cell, value, locale, names).flatMap((shown) => onPaper(shown, locale));
  const known = ASSESSMENT_VALUES.find((one) => one === value);
  return [piece(known ? words(`common.values.${known}`) : asTyped(value))];
}

function onPaper(shown: FactPiece, locale: Locale): Piece[] {
  if (shown.kind === 'list') return shown.items.map((item) => piece(`– ${item}`));
  return [piece(pieceText(shown, locale), shown.kind === 'link' ? 'link' : undefined)];
}
