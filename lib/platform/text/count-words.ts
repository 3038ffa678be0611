/** Made when first needed: a browser that knows none still reads this file. */
let segmenter: Intl.Segmenter | undefined;

/** How many words a text has, in every script: also in those that put no spaces between them. */
export function countWords(text: string): number {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
  return count;
}
