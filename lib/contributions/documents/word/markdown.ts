import { Paragraph } from 'docx';
import type { IParagraphOptions, IRunOptions, ParagraphChild } from 'docx';
import { markdownTree, wordsOf } from './markdown-tree';
import type { MarkNode } from './markdown-tree';
import { linkTo, runsOf } from './runs';
import { listed, MONOSPACE } from './styles';

type Tagged = Exclude<MarkNode, string>;
type Look = Omit<IParagraphOptions, 'children'>;
/** How deep in lists a paragraph stands, and what each new paragraph looks like: of an item's paragraphs only the first is marked. */
type Setting = { depth: number; next: () => Look };

const DEEPEST = 8;
let lists = 0;

/** A contributor's words as paragraphs of Word: emphasis, lists, quotations and links as such, rows of tables as lines. */
export function markdownParagraphs(text: string): Paragraph[] {
  return paragraphsOf(markdownTree(text), { depth: 0, next: () => ({ style: 'Said' }) });
}

const BLOCKS = /^(p|h[1-6]|ul|ol|li|blockquote|pre|hr|table|thead|tbody|tr|section|div)$/;
const isBlock = (node: MarkNode): node is Tagged => typeof node !== 'string' && BLOCKS.test(node.tag);

function paragraphsOf(nodes: readonly MarkNode[], setting: Setting): Paragraph[] {
  const made: Paragraph[] = [];
  let line: MarkNode[] = [];
  const endLine = () => {
    if (wordsOf(line).trim() !== '' || line.some((node) => typeof node !== 'string')) made.push(new Paragraph({ ...setting.next(), children: runsIn(line) }));
    line = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) line.push(node);
    else {
      endLine();
      made.push(...blockOf(node, setting));
    }
  }
  endLine();
  return made;
}

function blockOf({ tag, children }: Tagged, setting: Setting): Paragraph[] {
  switch (tag) {
    case 'p':
      return [new Paragraph({ ...setting.next(), children: runsIn(children) })];
    case 'ul':
    case 'ol': {
      const instance = ++lists;
      return children.filter(isBlock).flatMap((item) => itemOf(item, setting.depth, tag === 'ol' ? instance : undefined));
    }
    case 'blockquote':
      return paragraphsOf(children, { ...setting, next: () => ({ style: 'Quotation' }) });
    case 'pre':
      return [new Paragraph({ ...setting.next(), children: runsOf(wordsOf(children).trimEnd(), { font: MONOSPACE }) })];
    case 'tr':
      return [new Paragraph({ ...setting.next(), children: runsIn(children.flatMap((cell, at) => (typeof cell === 'string' ? [] : [...(at > 0 ? [' | '] : []), ...cell.children]))) })];
    case 'hr':
      return [];
    default:
      return /^h[1-6]$/.test(tag) ? [new Paragraph({ style: 'Heading3', children: runsIn(children) })] : paragraphsOf(children, setting);
  }
}

function itemOf({ children }: Tagged, depth: number, instance: number | undefined): Paragraph[] {
  const level = Math.min(depth, DEEPEST);
  let first = true;
  const next = (): Look => {
    if (!first) return { style: 'Said', indent: { left: 400 * (level + 1) } };
    first = false;
    return { style: 'Said', numbering: listed(level, instance) };
  };
  return paragraphsOf(children, { depth: depth + 1, next });
}

/** Lines stay lines, as everywhere else where people's words are shown. */
function runsIn(nodes: readonly MarkNode[], look: IRunOptions = {}): ParagraphChild[] {
  return nodes.flatMap((node, at): ParagraphChild[] => {
    if (typeof node !== 'string') return inlineOf(node, look);
    const before = nodes[at - 1];
    const afterBreak = typeof before === 'object' && before.tag === 'br';
    const text = afterBreak ? node.replace(/^\n/, '') : node;
    return runsOf(at === nodes.length - 1 ? text.trimEnd() : text, look);
  });
}

function inlineOf({ tag, href, alt, checked, children }: Tagged, look: IRunOptions): ParagraphChild[] {
  switch (tag) {
    case 'strong':
      return runsIn(children, { ...look, bold: true });
    case 'em':
      return runsIn(children, { ...look, italics: true });
    case 'del':
      return runsIn(children, { ...look, strike: true });
    case 'code':
      return runsIn(children, { ...look, font: MONOSPACE });
    case 'a': {
      const words = wordsOf(children);
      const shown = runsOf(words, { ...look, style: 'Hyperlink' });
      // Paper can't be followed: where the words are not the address, it stands beside them.
      return [...linkTo(href ?? '', shown), ...(href && href !== words && href !== `http://${words}` ? runsOf(` (${href})`, look) : [])];
    }
    case 'br':
      return runsOf('\n', look).slice(1);
    case 'input':
      return runsOf(checked ? '☑ ' : '☐ ', look);
    case 'img':
      return runsOf(alt ?? '', look);
    default:
      return runsIn(children, look);
  }
}
