import { foldedWords } from '@/lib/platform/text/fold-text';
import { foldSought, squash } from './normalise';
import { sameWord } from './likeness';

/**
 * Whether a list's entry is meant by what somebody types into its filter: every word that is sought stands in the entry's
 * texts, whole or as a part, or with a typing error at most. What says nothing finds everything.
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
