import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeXml } from '@/lib/contributions/files/examination/xml';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { MAX_DEPTH } from './limits';

/** An element by the names of `PREFIXES`, whatever prefixes its author chose. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlNode[] };
export type XmlNode = XmlElement | string;

/** The vocabularies that are read, each by its usual prefix; Word's strict format has addresses of its own. */
const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'custom',
  'http://purl.oclc.org/ooxml/officeDocument/customProperties': 'custom',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:meta:1.0': 'meta',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
  'http://www.w3.org/1999/xlink': 'xlink',
};

const TEXT = '#text';
const CDATA = '#cdata';
const ATTRIBUTES = ':@';
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: TEXT,
  cdataPropName: CDATA,
  parseTagValue: false,
  trimValues: false,
  // They are read below: the parser would also take those that a document defines, and leave out those by number.
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: MAX_DEPTH,
});

/**
 * The root of an XML part. Strict: it is well-formed, defines no entities, uses no other than the five of XML and
 * numbers, and is at most `MAX_DEPTH` deep.
 * Reasons: `document_damaged`, `document_suspicious` (it defines entities).
 */
export function parseXml(bytes: Buffer): Result<{ root: XmlElement }> {
  const xml = decodeXml(bytes).replace(/^\uFEFF/, '');
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return failure('document_suspicious');
  try {
    if (XMLValidator.validate(xml) !== true) return failure('document_damaged');
    const roots = elementsOf(parser.parse(xml) as unknown[], {}); // in this mode the parser gives a list of nodes
    const [root, ...others] = roots.filter((node) => typeof node !== 'string');
    return root && others.length === 0 ? { ok: true, root } : failure('document_damaged');
  } catch {
    // Deeper than allowed, a name that no document has, or an unknown entity.
    return failure('document_damaged');
  }
}

/** The parser's nodes: an object with the name of the element and beside it the attributes. */
type ParsedNode = Record<string, unknown>;

function elementsOf(nodes: readonly unknown[], outer: Record<string, string>): XmlNode[] {
  return nodes.flatMap((entry): XmlNode[] => {
    const { [ATTRIBUTES]: given = {}, ...rest } = entry as ParsedNode; // each node is an object
    const [name = '', content] = Object.entries(rest)[0] ?? [];
    if (name === TEXT) return [decoded(String(content))];
    if (name === CDATA) return [cdataIn(content)];
    const attributes = given as Record<string, string>; // as the parser gives them
    const prefixes = withDeclared(outer, attributes);
    return [
      {
        name: canonical(name, prefixes, ''),
        attributes: Object.fromEntries(
          Object.entries(attributes)
            .filter(([key]) => !isDeclaration(key))
            .map(([key, value]) => [canonical(key, prefixes), decoded(value)]),
        ),
        children: elementsOf(content as unknown[], prefixes), // the content of an element is a list of nodes
      },
    ];
  });
}

const cdataIn = (content: unknown): string =>
  (content as ParsedNode[]).map((node) => String(node[TEXT] ?? '')).join(''); // a list with one text

const isDeclaration = (attribute: string) => attribute === 'xmlns' || attribute.startsWith('xmlns:');

/** What each prefix of the author stands for; the empty one for elements without any. */
function withDeclared(outer: Record<string, string>, attributes: Record<string, string>): Record<string, string> {
  const declared = Object.entries(attributes).filter(([key]) => isDeclaration(key));
  if (declared.length === 0) return outer;
  const added = declared.map(([key, address]) => [key.slice('xmlns:'.length), PREFIXES[address] ?? '?'] as const);
  return { ...outer, ...Object.fromEntries(added) };
}

/** `none` is what a name without a prefix belongs to: for elements the default, for attributes nothing. */
function canonical(name: string, prefixes: Record<string, string>, none?: string): string {
  const at = name.indexOf(':');
  const prefix = at === -1 ? (none === undefined ? undefined : prefixes[none]) : (prefixes[name.slice(0, at)] ?? '?');
  return prefix === undefined ? name : `${prefix}:${name.slice(at + 1)}`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Throws at an entity that XML does not have by itself. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6});|#(\d{1,7});|(\w{1,8});)?/gi,
    (_, hex?: string, decimal?: string, name?: string) => {
      const known = name === undefined ? undefined : ENTITIES[name];
      if (known !== undefined) return known;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return String.fromCodePoint(code);
    },
  );
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The child elements of a name, in their order. */
export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isElement).filter((child) => child.name === name);

/** The first child element of a name. */
export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node): node is XmlElement => isElement(node) && node.name === name);

/** All text below an element. */
export const textIn = (element: XmlElement): string =>
  element.children.map((node) => (isElement(node) ? textIn(node) : node)).join('');

/** All elements of a name below an element. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}
