import type { Control, DocumentBuilder, Run } from '@/lib/intake/document';
import { childNamed, childrenNamed, descendants, isElement, textIn } from '@/lib/intake/xml';
import type { XmlElement } from '@/lib/intake/xml';
import { markAt } from './styles';
import type { OpenStyles } from './styles';

type Look = Pick<Run, 'bold' | 'italic' | 'marks' | 'link' | 'placeholder'>;
type List = { style: string | undefined; level: number; mark: string | null };
type Reader = OpenStyles & {
  builder: DocumentBuilder;
  look: Look;
  list: List | null;
  /** How many items each list has had: one list may go on another. */
  counts: Map<string, number>;
  /** Frames of the paragraph that is being read, which follow it. */
  later: XmlElement[];
};

/** Reads the body of an OpenDocument text. What is not named here is transparent. */
export function readText(text: XmlElement, styles: OpenStyles, builder: DocumentBuilder): void {
  readBlocks(text, { ...styles, builder, look: {}, list: null, counts: new Map(), later: [] });
}

type Handler = (element: XmlElement, reader: Reader) => void;
const skip: Handler = () => undefined;

function readBlocks(element: XmlElement, reader: Reader): void {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    const handler = BLOCKS.get(child.name) ?? ANYWHERE.get(child.name);
    if (handler) handler(child, reader);
    else readBlocks(child, reader);
  }
}

function readInline(element: XmlElement, reader: Reader): void {
  for (const child of element.children) {
    // Line ends and tabs in the XML are spaces, and several are one.
    if (!isElement(child)) reader.builder.addText(child.replace(/[ \t\r\n]+/g, ' '), reader.look);
    else (INLINE.get(child.name) ?? ANYWHERE.get(child.name) ?? readInline)(child, reader);
  }
}

const ANYWHERE = new Map<string, Handler>([
  [
    'text:bookmark-start',
    ({ attributes }, { builder }) => builder.beginBookmark(nameIn(attributes), nameIn(attributes)),
  ],
  ['text:bookmark-end', ({ attributes }, { builder }) => builder.endBookmark(nameIn(attributes))],
  [
    'text:bookmark',
    ({ attributes }, { builder }) => {
      builder.beginBookmark(nameIn(attributes), nameIn(attributes));
      builder.endBookmark(nameIn(attributes));
    },
  ],
  ['draw:frame', (element, { later }) => later.push(element)],
  ['office:annotation', (_, { builder }) => builder.notice('comments')],
  ['office:annotation-end', skip],
  ['office:forms', skip],
  ['text:tracked-changes', readChanges],
  ['text:change', skip],
  ['text:change-start', skip],
  ['text:change-end', skip],
  ['text:sequence-decls', skip],
  ['text:variable-decls', skip],
]);

const nameIn = (attributes: Record<string, string>) => attributes['text:name'] ?? '';

const BLOCKS = new Map<string, Handler>([
  ['text:p', readParagraph],
  ['text:h', readParagraph],
  ['text:list', readList],
  ['table:table', readTable],
]);

const INLINE = new Map<string, Handler>([
  ['text:span', readSpan],
  ['text:a', readLink],
  [
    'text:s',
    ({ attributes }, { builder, look }) =>
      builder.addText(' '.repeat(Math.min(100, Number(attributes['text:c'] ?? 1) || 1)), look),
  ],
  ['text:tab', (_, { builder, look }) => builder.addText('\t', look)],
  ['text:line-break', (_, { builder, look }) => builder.addText('\n', look)],
  ['text:note', readNote],
  ['loext:content-control', readControl],
]);

/** The text of deletions is kept here, and nowhere else in the file. */
function readChanges(element: XmlElement, { builder }: Reader): void {
  for (const name of ['insertion', 'deletion'] as const) {
    const count = [...descendants(element, `text:${name}`)].length;
    if (count > 0) builder.notice(`${name}s`, count);
  }
}

function readParagraph(element: XmlElement, reader: Reader): void {
  const { builder, list } = reader;
  const style = reader.styleOf('paragraph', element.attributes['text:style-name']);
  const outline = Number(element.attributes['text:outline-level'] ?? Number.NaN);
  const heading = element.name === 'text:h' ? outline || 1 : style.heading;
  builder.beginParagraph({
    style: style.name,
    heading,
    list: list?.mark ? { level: list.level, mark: list.mark } : null,
  });
  // Only the first paragraph of an item has its mark.
  if (list) list.mark = null;
  const later: XmlElement[] = [];
  readInline(element, { ...reader, later });
  builder.endParagraph();
  for (const frame of later) readFrame(frame, reader);
}

function readFrame(frame: XmlElement, reader: Reader): void {
  const box = childNamed(frame, 'draw:text-box');
  const picture = box ? undefined : childNamed(frame, 'draw:image')?.attributes['xlink:href'];
  if (picture?.startsWith('Pictures/')) reader.builder.addPicture(picture);
  reader.builder.notice(box ? 'text_boxes' : childNamed(frame, 'draw:object') ? 'inserted_documents' : 'pictures');
  if (box) readBlocks(box, { ...reader, list: null, look: {} });
}

function readList(element: XmlElement, reader: Reader): void {
  const level = reader.list ? reader.list.level + 1 : 0;
  const style = element.attributes['text:style-name'] ?? reader.list?.style;
  const levels = reader.levelsOf(style);
  const key = `${style ?? ''} ${level}`;
  const goesOn = element.attributes['text:continue-numbering'] === 'true' || element.attributes['text:continue-list'];
  let count = goesOn ? (reader.counts.get(key) ?? 0) : (levels[level]?.start ?? 1) - 1;
  for (const item of element.children.filter(isElement)) {
    const isItem = item.name === 'text:list-item';
    if (isItem) count = Number(item.attributes['text:start-value'] ?? count + 1) || count + 1;
    readBlocks(item, { ...reader, list: { style, level, mark: isItem ? markAt(levels, level, count) : null } });
  }
  reader.counts.set(key, count);
}

function readTable(element: XmlElement, reader: Reader): void {
  const table = reader.builder.nextTable();
  let row = 0;
  for (const one of rowsIn(element)) {
    let column = 0;
    for (const cell of one.children.filter(isElement)) {
      const at = column;
      column += Math.min(1_000, Number(cell.attributes['table:number-columns-repeated'] ?? 1) || 1);
      if (cell.name !== 'table:table-cell') continue;
      reader.builder.inCell({ table, row, column: at }, () => readBlocks(cell, { ...reader, list: null }));
    }
    row += 1;
  }
}

/** Also those of groups and of the head. */
const rowsIn = (element: XmlElement): XmlElement[] =>
  element.children
    .filter(isElement)
    .flatMap((child) =>
      child.name === 'table:table-row'
        ? [child]
        : /^table:table-(header-rows|rows|row-group)$/.test(child.name)
          ? rowsIn(child)
          : [],
    );

function readSpan(element: XmlElement, reader: Reader): void {
  const style = reader.styleOf('text', element.attributes['text:style-name']);
  if (style.hidden) {
    reader.builder.notice('hidden_text');
    return;
  }
  readInline(element, {
    ...reader,
    look: {
      ...reader.look,
      ...(style.bold && { bold: true }),
      ...(style.italic && { italic: true }),
      ...(style.marks.length > 0 && { marks: style.marks }),
    },
  });
}

function readLink(element: XmlElement, reader: Reader): void {
  const link = element.attributes['xlink:href'];
  readInline(element, { ...reader, look: { ...reader.look, ...(link && !link.startsWith('#') && { link }) } });
}

function readNote(element: XmlElement, { builder, look }: Reader): void {
  const body = childNamed(element, 'text:note-body');
  const note = body ? textIn(body).trim() : '';
  if (note === '') return;
  builder.notice('notes');
  builder.addText(` [${note}]`, look);
}

/** LibreOffice keeps the state of boxes and the entries of lists, and since version 7.6 also tags. */
function readControl(element: XmlElement, reader: Reader): void {
  const { attributes } = element;
  const placeholder = attributes['loext:showing-place-holder'] === 'true';
  const isBox = attributes['loext:checkbox'] === 'true';
  const entries = childrenNamed(element, 'loext:list-item');
  const control: Control = isBox
    ? { type: 'checkbox', placeholder: false, checked: attributes['loext:checked'] === 'true' }
    : entries.length > 0
      ? { type: 'dropdown', placeholder, ...chosenIn(entries, placeholder ? '' : textIn(element).trim()) }
      : { type: 'text', placeholder };
  reader.builder.inControl(attributes['loext:tag'] ?? '', control, () => {
    if (control.type === 'checkbox') reader.builder.addText(control.checked ? '☒' : '☐', reader.look);
    else readInline(element, { ...reader, look: { ...reader.look, ...(placeholder && { placeholder: true }) } });
  });
}

function chosenIn(entries: readonly XmlElement[], shown: string): { value?: string } {
  const chosen = entries.find(
    ({ attributes }) => shown !== '' && (attributes['loext:display-text'] ?? attributes['loext:value']) === shown,
  );
  const value = chosen?.attributes['loext:value'];
  return value === undefined ? {} : { value };
}
