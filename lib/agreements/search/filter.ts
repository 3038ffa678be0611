import { foldedWords } from '@/lib/platform/text/fold-text';
import { foldSought, squash } from './normalise';
import { sameWord } from './likeness';

/**
 * Whether an entry of a list matches the text of its filter: the texts of the entry contain every word of it, as a
 * whole word or a part, or with one typing error. An empty filter matches every entry.
 */
export function isMeant(sought: string, texts: readonly string[]): boolean {
  const wanted = foldSought(sought).split(' ').filter(Boolean);
  if (wanted.length === 0) return true;
  if (texts.some((text) => squash(text).includes(wanted.join('')))) return true;
  const words = texts.flatMap(foldedWords);
  return wanted.every((want) =>
    words.some((word) => word.includes(want) || sameWord(want, word) || begins(word, want)),
  );
}

/** A word that is still being typed is compared with as much of the other. */
const begins = (word: string, want: string) =>
  want.length >= 5 && word.length > want.length && sameWord(want, word.slice(0, want.length));
