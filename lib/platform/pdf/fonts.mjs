// The fonts of PDF files, from packages. Plain JavaScript, because compile.mjs runs outside the bundle.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

/**
 * Whole fonts, not the subsets of web fonts: with those, letters that can be taken apart (as Vietnamese ones) are set
 * from two fonts, and read twice.
 */
const STYLES = ['400Regular', '600SemiBold', '400Regular_Italic', '600SemiBold_Italic'];
const FILES = [
  ...STYLES.map((style) => `@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`),
  ...STYLES.map((style) => `@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`),
  ...['400', '700'].map((weight) => `@fontsource/vazirmatn/files/vazirmatn-arabic-${weight}-normal.woff`),
  // In spite of its name the whole font: Hebrew, Georgian, Armenian and signs.
  ...['400', '700'].map((weight) => `@fontsource/dejavu-sans/files/dejavu-sans-latin-${weight}-normal.woff`),
];

/** What a letter without a font is shown as. */
export const MISSING = '\u25A1';

/**
 * All fonts as TrueType files, and the functions that replace what none of them has: the compiler refuses a file with
 * letters that no font has, as PDF/UA demands. It also refuses marks that one font has and the letter below them another;
 * the second function replaces all marks.
 *
 * @param {string} directory Where the packages are.
 * @returns {{ fonts: Buffer[]; showable: (text: string) => string; unmarked: (text: string) => string }}
 */
export function readFonts(directory) {
  const fonts = FILES.map((file) => {
    const bytes = readFileSync(path.join(directory, file));
    return file.endsWith('.woff') ? sfntOf(bytes) : bytes;
  });
  const covered = new Set(fonts.flatMap(codePointsOf));
  const showable = (/** @type {string} */ text) =>
    Array.from(tidy(text), (letter) => (isShowable(letter, covered) ? letter : MISSING)).join('');
  return { fonts, showable, unmarked: (text) => showable(text).replaceAll(/\p{M}/gu, MISSING) };
}

/**
 * Line ends and spaces in the one form that the layout knows. U+FEFF stands for nothing within a text.
 *
 * @param {string} text
 */
const tidy = (text) =>
  text
    .normalize()
    .replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll('\uFEFF', '');

/** Signs that have no shape of their own: spaces, ends of lines, joiners and marks of direction. */
const WITHOUT_SHAPE = /^[\s\p{Default_Ignorable_Code_Point}]$/u;

/**
 * @param {string} letter
 * @param {Set<number>} covered
 */
const isShowable = (letter, covered) =>
  WITHOUT_SHAPE.test(letter) || (covered.has(letter.codePointAt(0) ?? 0) && !NEVER.test(letter));

/** Some fonts have shapes for these, which PDF/UA forbids. */
const NEVER = /[\p{Cc}\uFFFE\uFFFF]/u;

/**
 * A web font in the format WOFF 1.0 (W3C Recommendation of 2012) as the TrueType or OpenType file it was made from: the
 * same tables, each compressed by itself.
 *
 * @param {Buffer} woff
 */
function sfntOf(woff) {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no web font of the format WOFF');
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  const largest = 2 ** Math.floor(Math.log2(count));
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(largest * 16, 6);
  head.writeUInt16BE(Math.log2(largest), 8);
  head.writeUInt16BE((count - largest) * 16, 10);
  let offset = head.length;
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = woff.subarray(44 + 20 * at, 64 + 20 * at);
    const [start, packed, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
    const raw = woff.subarray(start, start + packed);
    const to = 12 + 16 * at;
    entry.copy(head, to, 0, 4);
    entry.copy(head, to + 4, 16, 20);
    head.writeUInt32BE(offset, to + 8);
    head.writeUInt32BE(length, to + 12);
    const padding = (4 - (length % 4)) % 4;
    offset += length + padding;
    return Buffer.concat([packed < length ? inflateSync(raw) : raw, Buffer.alloc(padding)]);
  });
  return Buffer.concat([head, ...tables]);
}

/**
 * The code points of a font, from its table `cmap` (OpenType 1.9, formats 4 and 12).
 *
 * @param {Buffer} font
 * @returns {number[]}
 */
function codePointsOf(font) {
  const cmap = tableOf(font, 'cmap');
  const count = cmap.readUInt16BE(2);
  return Array.from({ length: count }, (_, at) => cmap.subarray(cmap.readUInt32BE(8 + 8 * at))).flatMap((mapping) => {
    const format = mapping.readUInt16BE(0);
    return format === 4 ? inSegments(mapping) : format === 12 ? inGroups(mapping) : [];
  });
}

/**
 * @param {Buffer} font
 * @param {string} tag
 */
function tableOf(font, tag) {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    if (font.toString('latin1', at, at + 4) === tag)
      return font.subarray(font.readUInt32BE(at + 8), font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12));
  throw new Error(`The font has no table ${tag}`);
}

/** @param {Buffer} mapping */
function inSegments(mapping) {
  const segments = mapping.readUInt16BE(6) / 2;
  return Array.from({ length: segments }, (_, at) => {
    const [end, start] = [mapping.readUInt16BE(14 + 2 * at), mapping.readUInt16BE(16 + 2 * segments + 2 * at)];
    const delta = mapping.readUInt16BE(16 + 4 * segments + 2 * at);
    const place = 16 + 6 * segments + 2 * at;
    const range = mapping.readUInt16BE(place);
    return rangeOf(start, end).filter((code) => {
      const glyph = range === 0 ? (code + delta) & 0xffff : mapping.readUInt16BE(place + range + 2 * (code - start));
      return glyph !== 0 && code !== 0xffff;
    });
  }).flat();
}

/** @param {Buffer} mapping */
function inGroups(mapping) {
  return Array.from({ length: mapping.readUInt32BE(12) }, (_, at) =>
    rangeOf(mapping.readUInt32BE(16 + 12 * at), mapping.readUInt32BE(20 + 12 * at)),
  ).flat();
}

/**
 * @param {number} first
 * @param {number} last
 */
const rangeOf = (first, last) => Array.from({ length: last - first + 1 }, (_, at) => first + at);
