import { cutAtWord, cutStart } from '@/lib/platform/text/cut-text';
import { wordsOf } from './query';

const LENGTH = 240;
const BEFORE = 70;

/** The part of a text around the first place with most of the words that were found; its beginning where none is in it. */
export function excerptAround(text: string, found: ReadonlySet<string>): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  if (whole.length <= LENGTH) return whole;
  const places = wordsOf(whole).filter(({ folded }) => found.has(folded));
  const near = places.map(({ at }, index) => ({
    at,
    others: new Set(places.slice(index).flatMap((other) => (other.at < at + LENGTH - BEFORE ? other.folded : []))).size,
  }));
  const best = near.reduce((one, other) => (other.others > one.others ? other : one), near[0] ?? { at: 0, others: 0 });
  return cutAtWord(startingBefore(whole, best.at), LENGTH);
}

/** Without what is long before a place, from the beginning of a word. */
function startingBefore(text: string, at: number): string {
  if (at <= BEFORE) return text;
  const before = cutStart(text.slice(0, at), BEFORE);
  const space = before.indexOf(' ');
  return `… ${(space < 0 ? before : before.slice(space + 1)) + text.slice(at)}`;
}

export type MarkedPiece = { text: string; found: boolean };

/** A text in pieces, of which those are marked that were looked for. Neighbours are one piece. */
export function markWords(text: string, found: ReadonlySet<string>): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const { word, folded, at } of wordsOf(text)) {
    if (!found.has(folded)) continue;
    if (at > end) pieces.push({ text: text.slice(end, at), found: false });
    pieces.push({ text: word, found: true });
    end = at + word.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), found: false });
  return pieces;
}
