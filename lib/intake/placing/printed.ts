import { placeholderOf } from '@/lib/contributions/documents/word/controls';
import type { Words } from '@/lib/platform/i18n/words';
import { foldedWords, foldText } from '@/lib/platform/text/fold-text';
import { FORMER_PLACEHOLDERS, FORMER_WORDINGS } from './former-wordings';
import { placesIn } from '@/lib/questions/answer-places';
import type { PlacedAt } from '@/lib/questions/answer-places';
import type { Block, Paper } from '@/lib/questions/paper';

/**
 * The texts that a paper prints, also those of its earlier forms, with no answer in them: what is left of a file
 * without them is what was added.
 */
export function printedIn({ locale, site, title, facts, preface, sections }: Paper): string[] {
  return [
    ...(FORMER_WORDINGS[locale] ?? []),
    site,
    title,
    ...facts.map(({ term, pieces }) => `${term}: ${pieces.map(({ text }) => text).join(' ')}`),
    ...preface.flatMap(textsOf),
    ...sections.flatMap(({ chapter, title: heading, eyebrow, blocks }) => [
      ...(chapter ? [chapter.title, chapter.help] : []),
      heading,
      eyebrow ?? '',
      ...blocks.flatMap(textsOf),
    ]),
  ];
}

/** What a file shows at its places where nothing has been written. */
export const placeholdersAt = (places: readonly PlacedAt[], words: Words): string[] => [
  ...new Set([...places.map(({ control }) => placeholderOf(control, words)), ...FORMER_PLACEHOLDERS]),
];

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'help':
    case 'said':
    case 'remark':
      return [block.text];
    case 'list':
      return [block.label ?? '', ...block.items.flat().map(({ text }) => text)];
    case 'facts':
      return block.facts.map(({ term, pieces }) => `${term}: ${pieces.map(({ text }) => text).join(' ')}`);
    case 'faults':
      return [block.title, ...block.items];
    case 'signature':
      return block.labels;
    case 'table':
      return [
        ...block.heads,
        ...block.rows.flat(2).map(({ text }) => text),
        ...placesIn([block]).map(({ code }) => code),
      ];
    case 'room':
      return placesIn([block]).flatMap(({ code, label }) => [code, label, `${code} ${label}`]);
  }
}

/** Fewer words than these are compared as a whole line; more may be a part of a printed text. */
const WORDS_OF_A_PART = 4;

/** Whether a text of a file was printed, whatever looks, quotes and spaces a program gave it. */
export function printedMatcher(printed: readonly string[]): (text: string) => boolean {
  const lines = new Set(printed.flatMap((text) => [text, ...text.split('\n')]).map(foldText));
  const all = ` ${printed.map(foldText).join(' | ')} `;
  const open = printed.filter((text) => /\{\w+\}/.test(text)).map((text) => text.split(/\{\w+\}/).map(foldText));
  return (text) =>
    text.split('\n').every((line) => {
      const words = foldedWords(line);
      return (
        words.length === 0 ||
        lines.has(words.join(' ')) ||
        open.some((parts) => isFilled(words.join(' '), parts)) ||
        (words.length >= WORDS_OF_A_PART && all.includes(` ${words.join(' ')} `))
      );
    });
}

/** What differs from file to file is an address or a date. */
const MAX_DIFFERING = 200;

/** Whether a text is made of these parts with something short between them. */
function isFilled(text: string, [first = '', ...others]: readonly string[]): boolean {
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const next = part === '' ? text.length : text.indexOf(part, at);
    if (next === -1 || next - at > MAX_DIFFERING) return false;
    at = next + part.length;
  }
  return at === text.length;
}
