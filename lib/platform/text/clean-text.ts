/** What is left of a text, and what was taken out of it: each character once, as `U+202E`, in the order met. */
export type CleanedText = { text: string; dropped: string[] };

/** CR LF is one line end; so are the soft line break that Word pastes and what other programs end lines with. */
const LINE_ENDS = /\r\n|[\r\u000B\u000C\u0085\u2028\u2029]/g;

/**
 * Characters that act on a page or hide in a text, and that people do not type: those that change the direction of
 * writing, spaces and hyphens without width, tags, controls, halves of characters, and code points that never are
 * characters.
 */
const DROPPED =
  /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF\u00AD\u{E0000}-\u{E007F}\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF\p{Cs}]/gu;

/** The scripts whose writing needs the joiners U+200C and U+200D. */
const JOINING_SCRIPTS = [
  'Arab',
  'Syrc',
  'Mong',
  'Nkoo',
  'Mand',
  'Thaa',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Khmr',
  'Mymr',
  'Tibt',
];
const JOINED = `(?=[\\p{L}\\p{M}])[${JOINING_SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')}]`;
/** After these a joiner may also end a word, as in the older writing of Malayalam. */
const VIRAMAS = '[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA]';
const PICTURE = '\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?';
const RUN = '[\\u200C\\u200D]+';
const NEEDED = [
  `(?<=${JOINED})${RUN}(?=${JOINED})`,
  `(?<=${VIRAMAS})${RUN}`,
  `(?<=${PICTURE})\\u200D+(?=\\p{Extended_Pictographic})`,
].join('|');
/** Joiners that follow each other. Those in the group are needed there; the first of them does the work. */
const JOINERS = new RegExp(`(${NEEDED})|${RUN}`, 'gu');

/**
 * A text as it is stored: every line end is `
 * `, and invisible characters that programs obey are removed. The rest stays as it was typed; the caller trims spaces
 * around it. Cleaning a clean text changes nothing.
 */
export function cleanText(typed: string): CleanedText {
  const dropped = new Set<string>();
  const note = (signs: string) => [...signs].forEach((sign) => dropped.add(codePointOf(sign)));
  const visible = typed.replace(LINE_ENDS, '\n').replace(DROPPED, (sign) => (note(sign), ''));
  const text = visible.replace(JOINERS, (run: string, needed?: string) => {
    const kept = needed === undefined ? '' : run.charAt(0);
    note(run.slice(kept.length));
    return kept;
  });
  return { text, dropped: [...dropped] };
}

/**
 * Letters without a shape count as invisible: the Hangul fillers, the blank of Braille; so does a mark without a
 * letter.
 */
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{M}\u2800]/gu;

/** Whether a text has anything visible. */
export const hasVisible = (text: string): boolean => text.replace(INVISIBLE, '') !== '';

/** `U+202E` */
const codePointOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
