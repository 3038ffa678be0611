import type { Control, DocumentBuilder, Mark, Run } from '@/lib/intake/document';
import { childNamed, childrenNamed, descendants, isElement, textIn } from '@/lib/intake/xml';
import type { XmlElement } from '@/lib/intake/xml';
import { isOn, listOf, outlineOf, valueOf } from './properties';
import type { WordParts } from './word-parts';

type Look = Pick<Run, 'link' | 'placeholder'>;
/** `later`: text boxes of the paragraph that is being read, which follow it. */
type Reader = WordParts & { builder: DocumentBuilder; look: Look; later: XmlElement[] };

/** Reads the body of a Word file. What is not named here is transparent: its content is read as if it were not there. */
export function readBody(body: XmlElement, parts: WordParts, builder: DocumentBuilder): void {
  readChildren(body, { ...parts, builder, look: {}, later: [] });
}

function readChildren(element: XmlElement, reader: Reader): void {
  for (const child of element.children) if (isElement(child)) read(child, reader);
}

function read(element: XmlElement, reader: Reader): void {
  const handler = HANDLERS.get(element.name);
  if (handler) handler(element, reader);
  else if (!element.name.endsWith('Pr')) readChildren(element, reader);
}

type Handler = (element: XmlElement, reader: Reader) => void;
const skip: Handler = () => undefined;
const counted =
  (what: Parameters<DocumentBuilder['notice']>[0], then: Handler): Handler =>
  (element, reader) => {
    reader.builder.notice(what);
    then(element, reader);
  };
const says =
  (text: string): Handler =>
  (_, { builder, look }) =>
    builder.addText(text, look);

const HANDLERS = new Map<string, Handler>([
  ['w:p', readParagraph],
  ['w:tbl', readTable],
  ['w:r', readRun],
  ['w:sdt', readControl],
  ['w:hyperlink', readLink],
  ['w:ins', counted('insertions', readChildren)],
  ['w:del', counted('deletions', skip)],
  ['w:moveTo', counted('moves', readChildren)],
  ['w:moveFrom', skip],
  [
    'w:bookmarkStart',
    ({ attributes }, { builder }) => builder.beginBookmark(attributes['w:id'] ?? '', attributes['w:name'] ?? ''),
  ],
  ['w:bookmarkEnd', ({ attributes }, { builder }) => builder.endBookmark(attributes['w:id'] ?? '')],
  ['mc:AlternateContent', readAlternative],
  ['w:txbxContent', (element, { later }) => later.push(element)],
  ['w:altChunk', counted('inserted_documents', skip)],
  ['w:object', counted('inserted_documents', readChildren)],
  ['w:pict', readDrawing],
  ['w:drawing', readDrawing],
  ['a:blip', readPicture('r:embed')],
  ['v:imagedata', readPicture('r:id')],
  ['m:oMath', counted('formulas', (element, { builder, look }) => builder.addText(textIn(element), look))],
  ['w:instrText', skip],
  ['w:delText', skip],
  ['w:delInstrText', skip],
  ['w:fldData', skip],
]);

/** One of several ways to say the same; the first is the newest. */
function readAlternative(element: XmlElement, reader: Reader): void {
  const chosen = childNamed(element, 'mc:Choice') ?? childNamed(element, 'mc:Fallback');
  if (chosen) readChildren(chosen, reader);
}

/** A frame around text is no picture. */
function readDrawing(element: XmlElement, reader: Reader): void {
  if (descendants(element, 'w:txbxContent').next().done) reader.builder.notice('pictures');
  readChildren(element, reader);
}

function readPicture(reference: string): Handler {
  return ({ attributes }, { builder, pictures }) => {
    const part = pictures.get(attributes[reference] ?? '');
    if (part !== undefined) builder.addPicture(part);
  };
}

function readParagraph(element: XmlElement, reader: Reader): void {
  const { builder, styles, defaultStyle, lists } = reader;
  const properties = childNamed(element, 'w:pPr');
  const style = styles.get(valueOf(childNamed(properties, 'w:pStyle')) ?? defaultStyle);
  const list = listOf(properties) ?? style?.list ?? null;
  const mark = list && lists.next(list);
  builder.beginParagraph({
    style: style?.name ?? valueOf(childNamed(properties, 'w:pStyle')) ?? '',
    heading: outlineOf(properties) ?? style?.heading ?? null,
    list: list && mark !== null ? { level: list.level, mark } : null,
  });
  const later: XmlElement[] = [];
  readChildren(element, { ...reader, later });
  builder.endParagraph({ joinsNext: childNamed(childNamed(properties, 'w:rPr'), 'w:del') !== undefined });
  for (const box of later) {
    builder.notice('text_boxes');
    readChildren(box, { ...reader, later: [] });
  }
}

function readTable(element: XmlElement, reader: Reader): void {
  const table = reader.builder.nextTable();
  let row = 0;
  for (const tr of partsOf(element, 'w:tr', reader)) {
    const properties = childNamed(tr.element, 'w:trPr');
    if (childNamed(properties, 'w:del')) {
      reader.builder.notice('deletions');
      continue;
    }
    if (childNamed(properties, 'w:ins')) reader.builder.notice('insertions');
    const at = row;
    tr.inside(() => readRow(tr.element, { table, row: at }, reader));
    row += 1;
  }
}

function readRow(element: XmlElement, place: { table: number; row: number }, reader: Reader): void {
  let column = 0;
  for (const tc of partsOf(element, 'w:tc', reader)) {
    const properties = childNamed(tc.element, 'w:tcPr');
    const merged = childNamed(properties, 'w:vMerge');
    const at = column;
    column += Number(valueOf(childNamed(properties, 'w:gridSpan')) ?? 1) || 1;
    if (childNamed(properties, 'w:cellDel') || (merged && valueOf(merged) !== 'restart')) continue;
    reader.builder.inCell({ ...place, column: at }, () => tc.inside(() => readChildren(tc.element, reader)));
  }
}

/** A row or cell, and a function that reads something as being inside the controls around it. */
type TablePart = { element: XmlElement; inside: (read: () => void) => void };

/**
 * Rows or cells, also those within controls and insertions; deleted ones are left out. Bookmarks between them begin and
 * end as the rows are read.
 */
function* partsOf(element: XmlElement, name: 'w:tr' | 'w:tc', reader: Reader): Generator<TablePart> {
  for (const child of element.children.filter(isElement)) {
    if (child.name === name) yield { element: child, inside: (inner) => inner() };
    else if (/^w:bookmark(Start|End)$/.test(child.name)) read(child, reader);
    else if (child.name === 'w:sdt') {
      const { tag, control } = controlOf(child);
      const content = childNamed(child, 'w:sdtContent');
      for (const { element: part, inside } of content ? partsOf(content, name, reader) : [])
        yield { element: part, inside: (inner) => reader.builder.inControl(tag, control, () => inside(inner)) };
    } else if (!/^w:(del|moveFrom)$|Pr$/.test(child.name)) yield* partsOf(child, name, reader);
  }
}

function readControl(element: XmlElement, reader: Reader): void {
  const { tag, control } = controlOf(element);
  const content = childNamed(element, 'w:sdtContent');
  reader.builder.inControl(tag, control, () => {
    // The state counts: the sign that shows it may be any.
    if (control.type === 'checkbox') readCheckbox(content, control, reader);
    else if (content)
      readChildren(content, { ...reader, look: { ...reader.look, ...(control.placeholder && { placeholder: true }) } });
  });
}

function readCheckbox(content: XmlElement | undefined, { checked }: Control, reader: Reader): void {
  const sign = checked ? '☒' : '☐';
  const blocks = content ? childrenNamed(content, 'w:p') : [];
  if (blocks.length > 0) reader.builder.beginParagraph({ style: '', heading: null, list: null });
  reader.builder.addText(sign, reader.look);
  if (blocks.length > 0) reader.builder.endParagraph();
}

function controlOf(element: XmlElement): { tag: string; control: Control } {
  const properties = childNamed(element, 'w:sdtPr');
  const tag = valueOf(childNamed(properties, 'w:tag')) ?? '';
  const placeholder = isOn(childNamed(properties, 'w:showingPlcHdr'));
  const box = childNamed(properties, 'w14:checkbox');
  if (box) {
    const state = childNamed(box, 'w14:checked')?.attributes['w14:val'] ?? '0';
    return { tag, control: { type: 'checkbox', placeholder: false, checked: ['1', 'true'].includes(state) } };
  }
  const entries = childNamed(properties, 'w:dropDownList') ?? childNamed(properties, 'w:comboBox');
  if (entries) return { tag, control: { type: 'dropdown', placeholder, ...chosenIn(entries, element, placeholder) } };
  const day = /^\d{4}-\d{2}-\d{2}/.exec(childNamed(properties, 'w:date')?.attributes['w:fullDate'] ?? '')?.[0];
  if (day !== undefined && !placeholder) return { tag, control: { type: 'date', placeholder, value: day } };
  return { tag, control: { type: 'text', placeholder } };
}

function chosenIn(entries: XmlElement, element: XmlElement, placeholder: boolean): { value?: string } {
  const content = childNamed(element, 'w:sdtContent');
  const shown = content && !placeholder ? shownIn(content).trim() : '';
  const chosen = childrenNamed(entries, 'w:listItem').find(
    ({ attributes }) => shown !== '' && (attributes['w:displayText'] ?? attributes['w:value']) === shown,
  );
  const value = chosen?.attributes['w:value'];
  return value === undefined ? {} : { value };
}

/** The text of a control, without what was deleted. */
const shownIn = (element: XmlElement): string =>
  element.children
    .filter(isElement)
    .map((child) => (child.name === 'w:t' ? textIn(child) : child.name === 'w:del' ? '' : shownIn(child)))
    .join('');

function readLink(element: XmlElement, reader: Reader): void {
  const address = reader.links.get(element.attributes['r:id'] ?? '');
  const look = address === undefined ? reader.look : { ...reader.look, link: address };
  readChildren(element, { ...reader, look });
}

/** Boxes that Word's older files draw with fonts of symbols. */
const SYMBOLS: Record<string, string> = {
  F052: '☑',
  F053: '☒',
  F06F: '☐',
  F071: '☐',
  F078: '☒',
  F0A3: '☐',
  F0A8: '☐',
  F0FB: '☒',
  F0FC: '☑',
  F0FD: '☒',
  F0FE: '☑',
};

const IN_RUN = new Map<string, Handler>([
  ['w:t', (element, { builder, look }) => builder.addText(textIn(element), look)],
  ['w:tab', says('\t')],
  ['w:br', says('\n')],
  ['w:cr', says('\n')],
  ['w:noBreakHyphen', says('-')],
  [
    'w:sym',
    ({ attributes }, { builder, look }) =>
      builder.addText(SYMBOLS[attributes['w:char']?.toUpperCase() ?? ''] ?? '', look),
  ],
  ['w:commentReference', counted('comments', skip)],
  ['w:footnoteReference', (element, reader) => readNote(`footnote ${element.attributes['w:id'] ?? ''}`, reader)],
  ['w:endnoteReference', (element, reader) => readNote(`endnote ${element.attributes['w:id'] ?? ''}`, reader)],
  ['w:fldChar', readOldField],
]);

function readRun(element: XmlElement, reader: Reader): void {
  const properties = childNamed(element, 'w:rPr');
  if (isOn(childNamed(properties, 'w:vanish'))) {
    reader.builder.notice('hidden_text');
    return;
  }
  const style = reader.styles.get(valueOf(childNamed(properties, 'w:rStyle')) ?? '');
  const is = (name: string, byStyle: boolean | undefined) => {
    const direct = childNamed(properties, name);
    return direct ? isOn(direct) : (byStyle ?? false);
  };
  const look = {
    ...reader.look,
    ...(is('w:b', style?.bold) && { bold: true }),
    ...(is('w:i', style?.italic) && { italic: true }),
    ...marksOf(properties),
  };
  const inner = { ...reader, look };
  for (const child of element.children) if (isElement(child)) (IN_RUN.get(child.name) ?? read)(child, inner);
}

/** What a person has given the text itself; the colours of styles are those of the form. */
function marksOf(properties: XmlElement | undefined): { marks?: Mark[] } {
  const isGiven = (name: string, attribute: string, ...plain: string[]) => {
    const value = childNamed(properties, name)?.attributes[attribute]?.toLowerCase();
    return value !== undefined && !plain.includes(value);
  };
  const marks: Mark[] = [
    ...(isGiven('w:u', 'w:val', 'none') ? (['underline'] as const) : []),
    ...(isGiven('w:color', 'w:val', 'auto', '000000') ||
    isGiven('w:highlight', 'w:val', 'none', 'white') ||
    isGiven('w:shd', 'w:fill', 'auto', 'ffffff')
      ? (['colour'] as const)
      : []),
  ];
  return marks.length > 0 ? { marks } : {};
}

function readNote(key: string, { builder, notes, look }: Reader): void {
  const note = notes.get(key);
  if (!note) return;
  builder.notice('notes');
  builder.addText(` [${note}]`, look);
}

/** Fields of older forms: boxes and lists to choose from. */
function readOldField(element: XmlElement, { builder, look }: Reader): void {
  const data = childNamed(element, 'w:ffData');
  const box = childNamed(data, 'w:checkBox');
  if (box) builder.addText(isOn(childNamed(box, 'w:checked') ?? childNamed(box, 'w:default')) ? '☒' : '☐', look);
  const list = childNamed(data, 'w:ddList');
  if (!list) return;
  const entries = childrenNamed(list, 'w:listEntry');
  builder.addText(valueOf(entries[Number(valueOf(childNamed(list, 'w:result')) ?? 0)]) ?? '', look);
}
