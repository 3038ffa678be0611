import anyAscii from 'any-ascii';

const words = new Intl.Segmenter('und', { granularity: 'word' });
const MOST = 60;

/**
 * A name as part of an address: lower case, ASCII letters and digits, hyphens between. Other scripts are
 * transliterated, and words are separated also where a script writes no space. At most 60 characters; empty where nothing
 * is left.
 */
export function slugText(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');
  // Signs that the transliteration makes of letters, as of the Arabic ayn, part no words.
  const parts = [...words.segment(plain)].map(({ segment }) =>
    segment.trim() === '' ? ' ' : ` ${anyAscii(segment).replace(/[^a-z0-9 ]/gi, '')} `,
  );
  const slug = parts.join('').toLowerCase().trim().replace(/ +/g, '-');
  return slug.slice(0, MOST).replace(/-+$/, '');
}
