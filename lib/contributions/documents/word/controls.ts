import { Paragraph, XmlComponent } from 'docx';
import type { ParagraphChild, Table } from 'docx';
import type { Words } from '@/lib/platform/i18n/words';
import type { AnswerPlace, PlaceControl, PlaceOption } from '@/lib/questions/answer-place';
import { runsOf, xmlText } from './runs';
import { MUTED, PLACEHOLDER_STYLE } from './styles';

/** What all blocks of one file share. `language` is that of the contributor's words, if it is known. */
export type WordContext = { words: Words; language?: string | null; nextId: () => number };

export function wordContext(words: Words, language?: string | null): WordContext {
  let id = 0;
  return { words, language, nextId: () => ++id };
}

/** An element of the format that the library has no class for. */
class Element extends XmlComponent {
  constructor(name: string, attributes: Record<string, string> = {}, children: readonly unknown[] = []) {
    super(name);
    if (Object.keys(attributes).length > 0) this.root.push({ _attr: attributes });
    this.root.push(...children);
  }
}

const valued = (name: string, value: string) => new Element(name, { 'w:val': value });

/** What a control shows while nothing is written there; the reader of a returned file takes it for no answer. */
export function placeholderOf({ kind }: PlaceControl, words: Words): string {
  if (kind === 'one') return words('sharing.placeholders.one');
  if (kind === 'date') return words('sharing.placeholders.date');
  if (kind === 'several') return words('sharing.placeholders.several');
  return words('sharing.placeholders.text');
}

/** The place in a paragraph: a bookmark, and in it a control that can't be deleted, only filled in. */
export function inlineControl(place: AnswerPlace, text: string, context: WordContext): ParagraphChild[] {
  const isEmpty = text === '';
  const content =
    place.control.kind === 'tick'
      ? runsOf(isEmpty ? UNTICKED : TICKED, { font: BOX_FONT })
      : isEmpty
        ? runsOf(placeholderOf(place.control, context.words), PLACEHOLDER_LOOK)
        : runsOf(text);
  return withBookmark(place, [control(place, isEmpty, typeOf(place, text, context), content, context)], context);
}

/** The place as paragraphs of their own: text of any length, with lists and emphasis. */
export function blockControl(
  place: AnswerPlace,
  written: readonly Paragraph[],
  context: WordContext,
): (Paragraph | Table)[] {
  const isEmpty = written.length === 0;
  const content = isEmpty
    ? [
        new Paragraph({
          style: 'Answer',
          children: runsOf(placeholderOf(place.control, context.words), PLACEHOLDER_LOOK),
        }),
      ]
    : written;
  return withBookmark(place, [control(place, isEmpty, [], content, context)], context);
}

/** The colour is said again, because LibreOffice does not take it from the style. */
const PLACEHOLDER_LOOK = { style: PLACEHOLDER_STYLE, color: MUTED };
const [UNTICKED, TICKED, BOX_FONT] = ['\u2610', '\u2612', 'MS Gothic'];

/**
 * `lock` keeps the control while its content is changed. An empty one shows its placeholder, which goes when something
 * is typed.
 */
function control(
  place: AnswerPlace,
  isEmpty: boolean,
  type: readonly Element[],
  content: readonly XmlComponent[],
  { nextId }: WordContext,
): Element {
  const properties = new Element('w:sdtPr', {}, [
    valued('w:alias', xmlText(place.code)),
    valued('w:tag', place.tag),
    valued('w:id', String(nextId())),
    valued('w:lock', 'sdtLocked'),
    ...(isEmpty && place.control.kind !== 'tick' ? [new Element('w:showingPlcHdr')] : []),
    ...type,
  ]);
  return new Element('w:sdt', {}, [properties, new Element('w:sdtContent', {}, content)]);
}

function typeOf({ control: asked }: AnswerPlace, text: string, { words }: WordContext): Element[] {
  if (asked.kind === 'tick') return [checkbox(text !== '')];
  if (asked.kind === 'one') return [listOf(asked.options, placeholderOf(asked, words))];
  // Without several lines Enter does nothing in Word. Of a control for plain text LibreOffice 7.4 makes a field, and loses the line breaks in it.
  return ['text', 'links', 'several'].includes(asked.kind) ? [] : [new Element('w:text', { 'w:multiLine': '1' })];
}

/** Long lists can also be typed into. The first entry takes a choice back. */
function listOf(options: readonly PlaceOption[], placeholder: string): Element {
  const item = (label: string, value: string) =>
    new Element('w:listItem', { 'w:displayText': xmlText(label), 'w:value': value });
  return new Element(options.length > LONG_LIST ? 'w:comboBox' : 'w:dropDownList', {}, [
    item(placeholder, ''),
    ...options.map(({ value, label }) => item(label, value)),
  ]);
}
const LONG_LIST = 60;

const checkbox = (isTicked: boolean) =>
  new Element('w14:checkbox', {}, [
    new Element('w14:checked', { 'w14:val': isTicked ? '1' : '0' }),
    new Element('w14:checkedState', { 'w14:val': '2612', 'w14:font': BOX_FONT }),
    new Element('w14:uncheckedState', { 'w14:val': '2610', 'w14:font': BOX_FONT }),
  ]);

const withBookmark = <Child>({ bookmark }: AnswerPlace, children: Element[], context: WordContext): Child[] =>
  bookmarked(bookmark, children, context);

/**
 * Children with a bookmark around them, numbered as those of the places are. The library's types do not know it as a
 * child of a paragraph or a section, but it writes it as any other.
 */
export function bookmarked<Child>(name: string, children: readonly unknown[], { nextId }: WordContext): Child[] {
  const id = String(nextId());
  return [
    new Element('w:bookmarkStart', { 'w:id': id, 'w:name': name }),
    ...children,
    new Element('w:bookmarkEnd', { 'w:id': id }),
  ] as unknown as Child[];
}
