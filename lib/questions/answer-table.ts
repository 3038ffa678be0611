import type { Words } from '@/lib/platform/i18n/words';
import { EMPTY, piece } from './paper';
import type { PaperTable, Piece } from './paper';
import type { PaperRow } from './value-kind';

/**
 * Rows to fill in as a table: code, what is asked, the answer, and what it rests on where a row asks for that. Its
 * caption is that of the value, or of the record.
 */
export function answerTable(rows: readonly PaperRow[], words: Words, caption = words('questions.answer')): PaperTable {
  const hasMore = rows.some(({ more }) => more !== undefined);
  return {
    kind: 'table',
    caption,
    heads: [
      words('questions.paper.code'),
      words('sharing.blank.fact'),
      words('sharing.blank.answer'),
      ...(hasMore ? [words('questions.rating.evidence')] : []),
    ],
    widths: hasMore ? [14, 32, 24, 30] : [14, 38, 48],
    rows: rows.map(({ label, hints = [], answer, more }) => [
      codeCell(answer),
      [piece(label), ...hints.map((hint) => piece(hint, 'muted'))],
      answer,
      ...(hasMore ? [more ?? EMPTY] : []),
    ]),
  };
}

/** The first cell of a row: the code of its places. */
export const codeCell = (answer: readonly Piece[]): Piece[] => [piece(answer[0]?.place?.code ?? '')];
