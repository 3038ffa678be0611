/*
 * The letters of mails: what their bytes mean.
 */

/** What Windows has where Latin-1 has signs for printers, from 0x80 on: quotes, dashes, the euro. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node 20 decodes windows-1252 as Latin-1, and many programs say Latin-1 and mean the other. */
export const inWindowsLetters = (text: string): string =>
  text.replace(/[\u0080-\u009F]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);

/** In UTF-8 where it is valid; Outlook does not say what else it may be. */
export function lettersIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return inWindowsLetters(Buffer.from(bytes).toString('latin1'));
  }
}

/** The encodings that RTF names by the number of a code page of Windows. */
export const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  ...([1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 874] as const).map(
    (page) => [page, `windows-${page}`] as const,
  ),
  ...([
    [866, 'ibm866'],
    [932, 'shift_jis'],
    [936, 'gbk'],
    [949, 'euc-kr'],
    [950, 'big5'],
    [10000, 'macintosh'],
    [65001, 'utf-8'],
  ] as const),
]);

/** The code page of a font of RTF, by its number of a set of letters. */
const CHARSETS: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

/** The encoding of a font of RTF; undefined for one that has that of the whole text. */
export const encodingOfFont = (charset: number): string | undefined => CODE_PAGES.get(CHARSETS.get(charset) ?? 0);

/** One for each encoding: making them takes longer than what they decode. */
const decoders = new Map<string, TextDecoder>();

/** Bytes in one of `CODE_PAGES`; what is no letter there becomes the sign for that. */
export function decodeLetters(bytes: Uint8Array, encoding: string): string {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  const text = decoder.decode(bytes);
  return encoding === 'windows-1252' ? inWindowsLetters(text) : text;
}
