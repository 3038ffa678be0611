/** Letters that Unicode does not take apart and that people write with others. */
const SPECIAL: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ə: 'e',
  ς: 'σ',
  ـ: '',
};
const SPECIAL_LETTERS = new RegExp(`[${Object.keys(SPECIAL).join('')}]`, 'gu');

/**
 * Accents and points: the separate marks in Latin, Greek, Cyrillic, Hebrew and Arabic. Those of Indic scripts are
 * vowels and stay, and so do the two that make other syllables of Japanese ones.
 */
const MARKS = /(?![\u3099\u309A])(?=\p{M})[\p{sc=Zinh}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}]/gu;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;

/**
 * A text as it is compared and searched: lower case, no accents, nothing but letters, digits and single spaces between
 * words; empty where nothing is left. One folding for all: the desk's search, the public one, conflict of interest,
 * duplicates. The function `fold_text` of the database does the same.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(SPECIAL_LETTERS, (letter) => SPECIAL[letter] ?? letter)
    .replace(BETWEEN_WORDS, ' ')
    .normalize('NFC')
    .trim();
}

/** The words of a text as they are compared. */
export const foldedWords = (text: string): string[] => foldText(text).split(' ').filter(Boolean);

/** The letters of scripts that write no space between words. */
const UNSPACED =
  /(?=\p{L})[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}](?:(?=\p{M})[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u3099\u309A])*/gu;

/**
 * A text as the database's search of words looks through it, and what is looked for in it: folded, each letter of a
 * script without spaces a word of its own, so that the middle of a name is found as a phrase. The function
 * `search_words` of the database does the same.
 */
export const searchWords = (text: string): string =>
  foldText(text).replace(UNSPACED, ' $& ').replace(/ +/g, ' ').trim();
