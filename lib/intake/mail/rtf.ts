import { MAX_DEPTH } from '@/lib/intake/limits';
import { CODE_PAGES, decodeLetters, encodingOfFont } from './letters';

/** The body of a mail as HTML, or as plain text. */
export type RtfBody = { html: string } | { text: string };

/** What holds within a pair of braces. `tag`: markup that stands within RTF; `left`: what is not part of the text. */
type Group = {
  into: 'text' | 'tag' | 'fonts' | 'left';
  /** In a mail that was HTML: what only programs show that read no HTML. */ twin: boolean;
  font: number;
  /** So many letters after a Unicode one stand for it in older programs. */ alternatives: number;
  bold: boolean;
  italic: boolean;
  hidden: boolean;
  inTable: boolean;
};

/** Destinations that hold no text of the mail. Any other is marked with `\*`. */
const LEFT = new Set(
  'colortbl stylesheet info pict objdata fldinst listtable listoverridetable header headerl headerr headerf footer footerl footerr footerf filetbl revtbl xmlnstbl nonshppict datastore themedata latentstyles generator template'.split(
    ' ',
  ),
);

const SIGNS: Record<string, string> = {
  ...{ lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', endash: '–', emdash: '—' },
  ...{ tab: '\t', emspace: ' ', enspace: ' ', qmspace: ' ', '~': '\u00A0', _: '‑' },
};

const LOOKS: ReadonlyMap<string, 'bold' | 'italic' | 'hidden'> = new Map([
  ['b', 'bold'],
  ['i', 'italic'],
  ['v', 'hidden'],
] as const);

/** Far above a long mail; without a limit, a small packed file would keep the server busy for minutes. */
const MAX_PIECES = 500_000;

const CONTROL = /\\(?:([A-Za-z]{1,32})(-?\d{1,10})? ?|'([0-9A-Fa-f]{2})|([^A-Za-z']))|([{}])|([^\\{}]+)/gy;

/**
 * Reads RTF as Outlook saves it: text of its own, or a mail in HTML or plain text that lies within it ([MS-OXRTFEX]).
 * Nothing that is embedded is read. Throws where it is no RTF, is nested deeper than any program writes, or has more
 * pieces than any mail.
 */
export function readRtf(bytes: Buffer): RtfBody {
  // One sign for each byte: what the bytes mean is known when they are decoded.
  const rtf = bytes.toString('latin1');
  if (!rtf.startsWith('{\\rtf')) throw new Error('no RTF');
  const reader = new RtfReader();
  CONTROL.lastIndex = 0;
  let at = 0;
  let pieces = 0;
  while (at < rtf.length && !reader.isOver) {
    if (++pieces > MAX_PIECES) throw new Error('too long');
    CONTROL.lastIndex = at;
    const found = CONTROL.exec(rtf);
    if (!found) throw new Error('no RTF');
    at = CONTROL.lastIndex;
    const [, word, number, byte, sign, brace, text] = found;
    if (brace === '{') reader.open();
    else if (brace === '}') reader.close();
    else if (text !== undefined) reader.addBytes(text.replace(/[\r\n]/g, ''));
    else if (byte !== undefined) reader.addBytes(String.fromCharCode(Number.parseInt(byte, 16)));
    else if (word === 'bin') at += Math.max(0, Number(number ?? 0));
    else if (word !== undefined) reader.control(word, number === undefined ? null : Number(number));
    else reader.symbol(sign ?? '');
  }
  return reader.finish();
}

class RtfReader {
  private groups: Group[] = [
    {
      ...{ into: 'text', twin: false, font: -1, alternatives: 1 },
      ...{ bold: false, italic: false, hidden: false, inTable: false },
    },
  ];
  private within: 'rtf' | 'html' | 'text' = 'rtf';
  private encoding = 'windows-1252';
  /** Of each font, the encoding of its bytes. */
  private fonts = new Map<number, string>();
  private bytes: string[] = [];
  private defaultFont = -1;
  private skipped = 0;
  private isMarked = false;
  private out: string[] = [];
  private line: string[] = [];
  private cells: string[] = [];
  private rows: string[] = [];
  isOver = false;

  private get group(): Group {
    const group = this.groups.at(-1);
    if (!group) throw new Error('no group');
    return group;
  }

  open(): void {
    this.decode();
    if (this.groups.length > MAX_DEPTH) throw new Error('too deep');
    [this.skipped, this.isMarked] = [0, false];
    this.groups.push({ ...this.group });
  }

  close(): void {
    this.decode();
    [this.skipped, this.isMarked] = [0, false];
    this.groups.pop();
    this.isOver = this.groups.length <= 1;
  }

  /** Bytes of the text, decoded together: in some alphabets two are one letter. */
  addBytes(bytes: string): void {
    const { into } = this.group;
    if (into === 'left' || into === 'fonts' || this.isUnread) return;
    const rest = bytes.slice(this.skipped);
    this.skipped = Math.max(0, this.skipped - bytes.length);
    if (rest !== '') this.bytes.push(rest);
  }

  symbol(sign: string): void {
    if (sign === '*') this.isMarked = true;
    else if (sign === '\\' || sign === '{' || sign === '}') this.addBytes(sign);
    else if (sign === '\n' || sign === '\r') this.control('par', null);
    else if (SIGNS[sign] !== undefined) this.addLetters(SIGNS[sign]);
  }

  control(word: string, number: number | null): void {
    this.decode();
    const { group } = this;
    const isMarked = this.isMarked;
    this.isMarked = false;
    if (word === 'htmltag') group.into = group.into === 'left' ? 'left' : 'tag';
    else if (word === 'fonttbl') group.into = 'fonts';
    else if (isMarked || LEFT.has(word)) group.into = 'left';
    else if (group.into === 'fonts') this.describeFont(word, number);
    else if (group.into !== 'left') this.change(word, number, group);
  }

  private describeFont(word: string, number: number | null): void {
    if (word === 'f') this.group.font = number ?? 0;
    if (word === 'fcharset') this.fonts.set(this.group.font, encodingOfFont(number ?? 0) ?? this.encoding);
  }

  private change(word: string, number: number | null, group: Group): void {
    const isOn = number !== 0;
    const look = LOOKS.get(word);
    if (word === 'fromhtml') this.within = 'html';
    else if (word === 'fromtext') this.within = 'text';
    else if (word === 'htmlrtf') group.twin = isOn;
    else if (word === 'ansicpg') this.encoding = CODE_PAGES.get(number ?? 0) ?? this.encoding;
    else if (word === 'uc') group.alternatives = Math.min(Math.max(0, number ?? 1), 100);
    else if (word === 'u') this.addUnicode(number ?? 0, group);
    else if (word === 'deff') this.defaultFont = group.font = number ?? 0;
    else if (word === 'f') group.font = number ?? 0;
    else if (word === 'plain')
      Object.assign(group, { bold: false, italic: false, hidden: false, font: this.defaultFont });
    else if (look) group[look] = isOn;
    else if (word === 'pard') group.inTable = false;
    else if (word === 'intbl') group.inTable = true;
    else if (!this.isUnread) this.break(word, group);
  }

  /** Ends of lines, paragraphs, cells and rows. */
  private break(word: string, group: Group): void {
    if (word === 'page' || word === 'column' || word === 'softline') return this.break('line', group);
    const sign = SIGNS[word];
    if (sign !== undefined) this.addLetters(sign);
    else if (word !== 'par' && word !== 'line' && word !== 'sect' && word !== 'cell' && word !== 'row') return;
    else if (this.within !== 'rtf') this.out.push('\n');
    else if (word === 'line') this.line.push('<br>');
    else if (word === 'cell') this.cells.push(`<td>${this.takeLine()}</td>`);
    else if (word === 'row') this.endRow();
    else this.endParagraph(group.inTable);
  }

  private endParagraph(inTable: boolean): void {
    if (inTable) return void this.line.push('<br>');
    const text = this.takeLine();
    this.endTable();
    this.out.push(`<p>${text}</p>`);
  }

  private endRow(): void {
    this.rows.push(`<tr>${this.cells.join('')}</tr>`);
    this.cells = [];
  }

  private endTable(): void {
    if (this.cells.length > 0) this.endRow();
    if (this.rows.length > 0) this.out.push(`<table>${this.rows.join('')}</table>`);
    this.rows = [];
  }

  private takeLine(): string {
    const line = this.line.join('');
    this.line = [];
    return line;
  }

  /** Hidden text, and the twin of what is there as HTML. */
  private get isUnread(): boolean {
    const { twin, hidden, into } = this.group;
    return (twin && into !== 'tag' && this.within === 'html') || (hidden && this.within === 'rtf');
  }

  /** A number below zero is one of 16 bits that the program wrote with a sign. */
  private addUnicode(number: number, { alternatives }: Group): void {
    if (this.isUnread) return;
    const code = number < 0 ? number + 0x10000 : number;
    if (code >= 0 && code <= 0xffff) this.addLetters(String.fromCharCode(code));
    this.skipped = alternatives;
  }

  private decode(): void {
    if (this.bytes.length === 0) return;
    const bytes = Buffer.from(this.bytes.join(''), 'latin1');
    this.bytes = [];
    this.addLetters(decodeLetters(bytes, this.fonts.get(this.group.font) ?? this.encoding));
  }

  private addLetters(letters: string): void {
    if (this.bytes.length > 0) this.decode();
    const { into, bold, italic } = this.group;
    if (into === 'left' || into === 'fonts' || this.isUnread) return;
    if (this.within !== 'rtf') return void this.out.push(letters);
    const text = letters.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const slanted = italic ? `<i>${text}</i>` : text;
    this.line.push(bold ? `<b>${slanted}</b>` : slanted);
  }

  finish(): RtfBody {
    this.decode();
    if (this.line.length > 0) this.endParagraph(false);
    this.endTable();
    const whole = this.out.join('');
    return this.within === 'text' ? { text: whole } : { html: whole };
  }
}
