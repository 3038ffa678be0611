import type { AnswerPlace, CodedOption, Entry, PlaceOption } from './answer-place';
import type { Block, PaperTable, Piece } from './paper';

/** What a kind of question says of a place; the maker adds the question. `row` is the end of its code. */
type PlaceInput = Pick<AnswerPlace, 'path' | 'option' | 'control' | 'label' | 'entry'>;
export type PlaceMaker = (row: string, place: PlaceInput) => Piece;

/** Makes the places of one step as pieces of its paper. `code` is what the codes begin with, such as `Q3`. */
export const placeMaker =
  (step: string, code: string): PlaceMaker =>
  (row, place) => {
    const tag = tagOf(step, place);
    const rowCode = row === '' ? code : `${code} / ${row}`;
    return { text: '', place: { ...place, step, code: rowCode, tag, bookmark: bookmarkOf(tag) } };
  };

/** A number of fixed width, so that codes sort as they are read. */
export const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A criterion as it can be picked by its code. */
export const codedOption = ({ key, title, code }: { key: string; title: string; code: string }): CodedOption => ({
  value: key,
  label: title,
  code,
});

/** Choices that are read differently: two languages can have the same name, and then each also shows its code. */
export const distinct = (options: readonly PlaceOption[]): PlaceOption[] =>
  options.map(({ value, label }) => ({
    value,
    label: options.some((other) => other.value !== value && other.label === label) ? `${label} (${value})` : label,
  }));

type BareCriterion = { key: string; title: string; help: string | null };
/** Sets of criteria with codes: the place of the set and that in the set, such as `C2.03`. */
export const codedSets = <Criterion extends BareCriterion>(
  sets: readonly { title: string; criteria: readonly Criterion[] }[],
) =>
  sets.map(({ title, criteria }, at) => ({
    title,
    criteria: criteria.map((one, place) => ({ ...one, code: `C${at + 1}.${twoDigits(place + 1)}` })),
  }));

/** The places of a paper in their order. `column` counts the cells of its row from 0; a room has none. */
export type PlacedAt = AnswerPlace & { column?: number };
export const placesIn = (blocks: readonly Block[]): PlacedAt[] => blocks.flatMap(placesOfBlock);

function placesOfBlock(block: Block): PlacedAt[] {
  if (block.kind === 'table') return placesOfTable(block);
  return block.kind === 'room' ? [block.place] : [];
}

const placesOfTable = ({ rows }: PaperTable): PlacedAt[] =>
  rows.flatMap((row) =>
    row.flatMap((pieces, column) => pieces.flatMap((piece) => placeOfPiece(piece).map((one) => ({ ...one, column })))),
  );

const placeOfPiece = ({ place }: Piece): PlacedAt[] => (place ? [place] : []);

const MAX_TAG = 64;

/** Readable as far as Word's limit lets it be; the rest is in its hash. The same place has the same tag in every file. */
function tagOf(step: string, { entry, path, option }: PlaceInput): string {
  const names = [step, ...(entry ? [entryName(entry)] : []), ...path].join('/');
  const whole = `bpf:${names}${option === undefined ? '' : `=${option}`}`;
  return whole.length <= MAX_TAG ? whole : `${whole.slice(0, MAX_TAG - 13)}~${hashOf(whole)}`;
}

const entryName = ({ kind, number, position }: Entry) =>
  position === undefined ? `${kind === 'update' ? 'u' : 'n'}${number}` : `p${position}`;

const bookmarkOf = (tag: string): string => `bpf_${hashOf(tag)}`;

/**
 * 53 bits of a text in at most 11 letters and digits: two multiplicative hashes with different primes. It names places
 * and protects nothing.
 */
function hashOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
