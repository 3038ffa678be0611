/** One tag of an XML part: its name and attributes without their prefixes, and the text up to the next tag. */
export type Tag = { name: string; attributes: Record<string, string>; text: string };

/** Longer ones hold drawings in an attribute; nothing that is looked for here has its place in such a one. */
const LONGEST_TAG = 64 * 1024;

/**
 * The tags of an XML part in their order, without closing ones. Parsed by hand and in one pass: a part may be broken,
 * hostile or very large, and what an office program tolerates must not stay hidden here.
 */
export function* tagsIn(bytes: Buffer): Generator<Tag> {
  const xml = decodeXml(bytes);
  for (let at = xml.indexOf('<'); at !== -1;) {
    if (xml.startsWith('<!--', at) || xml.startsWith('<![CDATA[', at)) {
      const end = xml.indexOf(xml[at + 2] === '-' ? '-->' : ']]>', at);
      if (end === -1) return;
      at = xml.indexOf('<', end);
      continue;
    }
    const end = endOfTag(xml, at);
    if (end === -1) return;
    const next = xml.indexOf('<', end);
    const opening = /^<([\w.-]+:)?([\w.-]+)/.exec(xml.slice(at, Math.min(end, at + 200)));
    if (opening?.[2]) {
      const inside = end - at > LONGEST_TAG ? '' : xml.slice(at + opening[0].length, end);
      yield {
        name: opening[2].toLowerCase(),
        attributes: attributesIn(inside),
        text: plain(xml.slice(end + 1, next === -1 ? undefined : next)),
      };
    }
    at = next;
  }
}

/** A part may name entities of its own, and say with them what it seems not to say. No office program writes one. */
export const definesEntities = (bytes: Buffer): boolean => /<!ENTITY/i.test(decodeXml(bytes));

/** The name of a part proves nothing: a document's own list of parts may say that any of them is XML. */
export function looksLikeXml(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 512);
  return /^\uFEFF?\s*</.test(decodeXml(head)) || /^\uFEFF?\s*</.test(head.toString('utf16le'));
}

/** XML may come in UTF-16, with or without a mark that says so. */
export function decodeXml(bytes: Buffer): string {
  const [first, second] = [bytes[0], bytes[1]];
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return bytes.toString('utf16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return bytes.toString('utf8');
}

/** Where the tag that begins at `at` ends: a `>` inside quotes does not end it. */
function endOfTag(xml: string, at: number): number {
  let quote = '';
  for (let index = at + 1; index < xml.length; index += 1) {
    const sign = xml[index];
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return index;
  }
  return -1;
}

function attributesIn(inside: string): Record<string, string> {
  const found = inside.matchAll(/(?<=\s)(?:[\w.-]+:)?([\w.-]+)\s*=\s*("[^"]*"|'[^']*')/g);
  return Object.fromEntries(
    [...found].map(([, name = '', value = '']) => [name.toLowerCase(), plain(value.slice(1, -1))]),
  );
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Letters written as numbers (`&#69;xternal`) are those letters. */
function plain(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi,
    (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
