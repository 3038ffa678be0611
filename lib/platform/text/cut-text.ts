/** Made when first needed: a browser that knows none still reads this file. */
let segmenter: Intl.Segmenter | undefined;
const graphemesOf = (text: string) =>
  (segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })).segment(text);

/**
 * The beginning of a text, in whole characters as a reader counts them, so that no emoji and no accent is cut in half.
 * Returns at most `most` UTF-16 units, as `length` and all limits count them. If something was cut, `mark` follows and
 * is included.
 */
export function cutText(text: string, most: number, mark = ''): string {
  if (text.length <= most) return text;
  const room = Math.max(0, most - mark.length);
  return text.slice(0, endOfCharacter(text, room)).trimEnd() + mark;
}

/**
 * The same at the end of a word, where there is one in the second half of what fits; a text without spaces is cut
 * between characters.
 */
export function cutAtWord(text: string, most: number, mark = ' …'): string {
  if (text.length <= most) return text;
  const room = Math.max(0, most - mark.length);
  const space = text.slice(0, room + 1).search(/\s\S*$/);
  return space >= room / 2 ? text.slice(0, space).trimEnd() + mark : cutText(text, most, mark);
}

/** The end of a text, in whole characters. */
export function cutStart(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = text.length - most;
  const first = graphemesOf(text).containing(from);
  if (!first || first.index === from) return text.slice(from);
  return text.slice(first.index + first.segment.length);
}

/**
 * Where the last whole character ends that fits; of one that is longer than all the room, as many whole code points as
 * fit.
 */
function endOfCharacter(text: string, room: number): number {
  const end = graphemesOf(text).containing(room)?.index ?? room;
  if (end > 0 || room === 0) return end;
  return /[\uD800-\uDBFF]$/.test(text.slice(0, room)) ? room - 1 : room;
}
