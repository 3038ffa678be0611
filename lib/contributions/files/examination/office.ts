import type { Finding } from './findings';
import type { Tag } from './xml';
import { tagsIn } from './xml';

/**
 * The active content of one part of an office document: of Word, a spreadsheet, slides or OpenDocument. `xml` is null
 * if the part is no XML.
 */
export function findingsOfPart(name: string, xml: Buffer | null): Finding[] {
  const found = new Set<Finding>(byName(name));
  if (!xml) return [...found];
  if (/\.rels$/i.test(name))
    for (const tag of tagsIn(xml)) if (tag.name === 'relationship') add(found, ofRelationship(tag));
  if (/^(content|styles|meta|settings)\.xml$|\/(content|styles)\.xml$/i.test(name))
    for (const tag of tagsIn(xml)) add(found, ofOpenDocument(tag));
  else readWordPart(xml, found);
  return [...found];
}

const add = (found: Set<Finding>, finding: Finding | null) => finding && found.add(finding);

function byName(name: string): Finding[] {
  if (/(^|\/)activex\//i.test(name)) return ['activex'];
  if (/(^|\/)embeddings\/|(^|\/)oleobject[^/]*\.bin$/i.test(name)) return ['embedded_object'];
  return [];
}

/** Kinds of relationships by the last word of their address, and what each means when it leads out of the file. */
const OUTWARD: Record<string, Finding | null> = {
  hyperlink: null,
  attachedtemplate: 'remote_template',
  image: 'remote_image',
  oleobject: 'embedded_object',
  package: 'embedded_object',
};
const INWARD: Record<string, Finding> = {
  afchunk: 'inserted_document',
  oleobject: 'embedded_object',
  package: 'embedded_object',
  control: 'activex',
  activexcontrolbinary: 'activex',
  externallink: 'external_content',
  webextension: 'external_content',
};

function ofRelationship({ attributes }: Tag): Finding | null {
  const kind = attributes.type?.split('/').at(-1)?.trim().toLowerCase() ?? '';
  const leadsOut = attributes.targetmode?.trim().toLowerCase() === 'external';
  if (!leadsOut) return INWARD[kind] ?? null;
  return kind in OUTWARD ? (OUTWARD[kind] ?? null) : 'external_content';
}

/** Fields that run or fetch something. A field's text may be spread over any number of runs, so it is joined first. */
function readWordPart(bytes: Buffer, found: Set<Finding>): void {
  let instruction = '';
  for (const { name, attributes, text } of tagsIn(bytes)) {
    if (name === 'fldchar') instruction += '\n';
    if (name === 'instrtext' || name === 'delinstrtext') instruction += text;
    if (name === 'fldsimple') instruction += `\n${attributes.instr ?? ''}\n`;
    if (name === 'altchunk') found.add('inserted_document');
    if (name === 'oleobject') found.add('embedded_object');
    if (name === 'control') found.add('activex');
    if (name === 'ddelink' || name === 'olelink') found.add('dde');
  }
  for (const field of instruction.split('\n')) add(found, ofField(field));
}

function ofField(field: string): Finding | null {
  // QUOTE with numbers spells a word letter by letter: the way in which DDE is hidden.
  if (/\bDDE(AUTO)?\b/i.test(field) || /^\s*QUOTE(\s+"?\d+"?){3,}/i.test(field)) return 'dde';
  if (/^\s*LINK\b/i.test(field)) return 'embedded_object';
  if (/^\s*INCLUDEPICTURE\b/i.test(field)) return /[a-z]+:\/\/|\\\\/i.test(field) ? 'remote_image' : null;
  return /^\s*(INCLUDETEXT|INCLUDE|IMPORT)\b/i.test(field) ? 'external_content' : null;
}

const OUTSIDE = /^\s*([a-z][a-z0-9+.-]*:|\/\/|\\\\|\.\.\/|\/)/i;

function ofOpenDocument({ name, attributes }: Tag): Finding | null {
  const leadsOut = OUTSIDE.test(attributes.href ?? '');
  if (name.startsWith('dde-')) return 'dde';
  if (name === 'event-listener' || name === 'script') return 'script';
  if (name === 'object-ole') return 'embedded_object';
  if (name === 'applet' || name === 'plugin') return 'activex';
  if (name === 'floating-frame') return 'external_content';
  if (!leadsOut || name === 'a') return null;
  if (name === 'template') return 'remote_template';
  if (name === 'image' || name === 'fill-image' || name === 'background-image') return 'remote_image';
  return name === 'object' ? 'embedded_object' : 'external_content';
}
