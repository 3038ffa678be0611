const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}\p{sc=Samaritan}\p{sc=Mandaic}]/u;

/**
 * The direction of a text by its first letter, as `dir="auto"` has it in a browser (Unicode Standard Annex 9, rules P2
 * and P3). For Word files and mails, whose programs do not find it by themselves. A text without a letter runs from
 * left to right.
 */
export function directionOf(text: string): 'rtl' | 'ltr' {
  const first = LETTER.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}
