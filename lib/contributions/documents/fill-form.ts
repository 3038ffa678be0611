import type { AnswerPlace } from '@/lib/questions/answer-place';
import type { Block, PaperSection, Piece } from '@/lib/questions/paper';

/** What is typed in the section of a draft that a place belongs to, as the form reads it. */
type DataOf = (place: AnswerPlace) => unknown;

/** The sections of a form with what is typed in a draft at each place. */
export const filledSections = (sections: readonly PaperSection[], dataOf: DataOf): PaperSection[] =>
  sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => filledBlock(block, dataOf)) }));

function filledBlock(block: Block, dataOf: DataOf): Block {
  if (block.kind === 'room') return { ...block, text: textAt(block.place, dataOf) };
  if (block.kind !== 'table') return block;
  return {
    ...block,
    rows: block.rows.map((row) => row.map((pieces) => pieces.map((one) => filledPiece(one, dataOf)))),
  };
}

const filledPiece = (piece: Piece, dataOf: DataOf): Piece =>
  piece.place ? { ...piece, text: textAt(piece.place, dataOf) } : piece;

/** What is written at a place; of a box that is ticked, `x`. A choice that there is no longer is written as it is. */
function textAt(place: AnswerPlace, dataOf: DataOf): string {
  const { path, option, control } = place;
  const value = path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name) ? Reflect.get(inner, name) : undefined,
    dataOf(place),
  );
  const list: unknown[] = Array.isArray(value) ? value : [];
  if (control.kind === 'tick') return (option === undefined ? value === true : list.includes(option)) ? 'x' : '';
  if (control.kind === 'several')
    return list.map((one) => control.options.find((option) => option.value === one)?.code ?? String(one)).join(', ');
  if (typeof value !== 'string') return '';
  return control.kind === 'one' ? (control.options.find((option) => option.value === value)?.label ?? value) : value;
}
