import { parseHTML } from 'linkedom';
import { DocumentBuilder } from '@/lib/intake/document';
import type { IntakeDocument, Paragraph, Run } from '@/lib/intake/document';
import { MAX_DEPTH, MAX_TEXT_BYTES } from '@/lib/intake/limits';

/** The text of a mail as a document. HTML comes first: the text beside it has lost lists and is cut into short lines. */
export function mailBody({ html, text }: { html: string | null; text: string | null }): IntakeDocument {
  if (html !== null && html.trim() !== '' && html.length <= MAX_TEXT_BYTES) return readHtml(html);
  return readPlain((text ?? '').slice(0, MAX_TEXT_BYTES));
}

/** The mark of a list or of a numbered answer at the beginning of a line. */
const MARK = /^(\s*)([-•·*–]|\(?(?:[A-Za-z]|\d{1,3}(?:\.\d{1,3})*)[.)])\s+(?=\S)/;

/** The signs with which a mail quotes the one that it answers. */
const QUOTED = /^\s*>[>\s]*/;

/**
 * Paragraphs are set apart by empty lines; a line that begins with a mark is an item of its own. What is quoted, and what
 * follows a line of two dashes, is set apart as well.
 */
function readPlain(text: string): IntakeDocument {
  const builder = new DocumentBuilder();
  let [isOpen, isQuoted, isSignature] = [false, false, false];
  const end = () => {
    if (isOpen) builder.endParagraph();
    isOpen = false;
  };
  for (const whole of text.replace(/\r\n?/g, '\n').split('\n')) {
    const quotes = QUOTED.test(whole);
    if (quotes !== isQuoted) end();
    isQuoted = quotes;
    isSignature ||= /^-- ?$/.test(whole);
    const line = whole.replace(QUOTED, '');
    const mark = MARK.exec(line);
    if (line.trim() === '' || mark) end();
    if (line.trim() === '') continue;
    if (isOpen) builder.addText(`\n${line}`);
    else {
      builder.beginParagraph({
        style: '',
        heading: null,
        list: mark && listIn(mark),
        ...((quotes || isSignature) && { aside: true }),
      });
      builder.addText(mark ? line.slice(mark[0].length) : line);
      isOpen = true;
    }
  }
  return builder.finish();
}

const listIn = ([, indent = '', sign = '']: RegExpExecArray): Paragraph['list'] => ({
  level: Math.min(3, Math.floor(indent.length / 3)),
  mark: /\w/.test(sign) ? sign : '-',
});

type Look = Pick<Run, 'bold' | 'italic' | 'link'>;
/** What the next paragraph looks like; an item has its mark once. */
type Next = Pick<Paragraph, 'style' | 'heading' | 'list' | 'aside'>;
type Reader = {
  builder: DocumentBuilder;
  look: Look;
  next: Next;
  depth: number;
  level: number;
  /** Shared: whether a paragraph is open, and whether its text ends in a space. */ state: {
    isOpen: boolean;
    endsInSpace: boolean;
  };
};

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

function readHtml(html: string): IntakeDocument {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const builder = new DocumentBuilder();
  readNodes(document.body, {
    builder,
    look: {},
    next: { style: '', heading: null, list: null },
    depth: 0,
    level: -1,
    state: { isOpen: false, endsInSpace: true },
  });
  return builder.finish();
}

function readNodes(node: Node, reader: Reader): void {
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT_NODE) addText(child.textContent ?? '', reader);
    // What lies deeper than any program writes is read without its looks.
    else if (child.nodeType === ELEMENT_NODE && reader.depth > MAX_DEPTH) addText(child.textContent ?? '', reader);
    else if (child.nodeType === ELEMENT_NODE) readElement(child as Element, { ...reader, depth: reader.depth + 1 }); // by its type
  }
}

const UNREAD = /^(script|style|head|title|template|noscript|svg|object)$/;
const BLOCK = /^(p|div|section|article|header|footer|main|aside|pre|address|center|dl|dt|dd|figure|fieldset|form|hr)$/;

function readElement(element: Element, reader: Reader): void {
  const tag = element.localName.toLowerCase();
  if (UNREAD.test(tag) || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')) return;
  if (!reader.next.aside && isAside(element))
    return inBlock(element, { ...reader, next: { ...reader.next, aside: true } });
  const { builder, next, look } = reader;
  const [, level] = /^h([1-6])$/.exec(tag) ?? [];
  if (level !== undefined) return inBlock(element, { ...reader, next: { ...next, heading: Number(level) } });
  switch (tag) {
    case 'br':
      return addRaw('\n', reader);
    case 'img':
      return builder.notice('pictures');
    case 'b':
    case 'strong':
      return readNodes(element, { ...reader, look: { ...look, bold: true } });
    case 'i':
    case 'em':
      return readNodes(element, { ...reader, look: { ...look, italic: true } });
    case 'a':
      return readNodes(element, { ...reader, look: { ...look, ...linkOf(element) } });
    case 'blockquote':
      return inBlock(element, { ...reader, next: { ...next, style: 'Quotation' } });
    case 'ul':
    case 'ol':
      return readList(element, tag === 'ol', reader);
    case 'table':
      return readTable(element, reader);
    default:
      return BLOCK.test(tag) ? inBlock(element, reader) : readNodes(element, reader);
  }
}

/** How programs mark the mail that is answered, and the signature: by attributes of their own. */
function isAside(element: Element): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  return (
    element.getAttribute('type') === 'cite' ||
    /(^|\s)(gmail_(quote|signature|attr)|moz-(cite-prefix|signature)|yahoo_quoted|Signature)(\s|$)/.test(names)
  );
}

function linkOf(element: Element): { link?: string } {
  const address = element.getAttribute('href') ?? '';
  return /^https?:/i.test(address) ? { link: address } : {};
}

function endParagraph({ builder, state }: Reader): void {
  if (state.isOpen) builder.endParagraph();
  [state.isOpen, state.endsInSpace] = [false, true];
}

function inBlock(element: Element, reader: Reader): void {
  endParagraph(reader);
  readNodes(element, reader);
  endParagraph(reader);
}

/** Spaces and line ends of HTML are one space. */
function addText(text: string, reader: Reader): void {
  const joined = text.replace(/[\s\u00A0]+/g, ' ');
  const shown = reader.state.endsInSpace ? joined.trimStart() : joined;
  if (shown !== '') addRaw(shown, reader);
}

function addRaw(text: string, { builder, look, next, state }: Reader): void {
  if (!state.isOpen) {
    // A line break before a paragraph is only room.
    if (text === '\n') return;
    builder.beginParagraph({ ...next });
    state.isOpen = true;
    next.list = null;
  }
  builder.addText(text, look);
  state.endsInSpace = /\s$/.test(text);
}

function readList(element: Element, isNumbered: boolean, reader: Reader): void {
  endParagraph(reader);
  const level = reader.level + 1;
  let count = Number(element.getAttribute('start') ?? 1) || 1;
  for (const item of element.children) {
    const list = { level, mark: isNumbered ? `${count}.` : '-' };
    inBlock(item, { ...reader, depth: reader.depth + 1, level, next: { ...reader.next, list } });
    count += 1;
  }
}

function readTable(element: Element, reader: Reader): void {
  endParagraph(reader);
  const table = reader.builder.nextTable();
  rowsOf(element).forEach((row, at) => {
    [...row.children].forEach((cell, column) => {
      reader.builder.inCell({ table, row: at, column }, () =>
        inBlock(cell, {
          ...reader,
          depth: reader.depth + 1,
          level: -1,
          next: { style: '', heading: null, list: null, aside: reader.next.aside },
        }),
      );
    });
  });
}

const rowsOf = (element: Element): Element[] =>
  [...element.children].flatMap((child) =>
    child.localName === 'tr' ? [child] : /^(thead|tbody|tfoot)$/.test(child.localName) ? rowsOf(child) : [],
  );
