import { Paragraph } from 'docx';
import type { IParagraphOptions, IRunOptions, ParagraphChild } from 'docx';
import { directionOfLanguage } from '@/lib/platform/i18n/languages';
import { isBlock, markdownTree, partsOfNodes, plainText } from '@/lib/platform/text/markdown-tree';
import type { MarkElement, MarkNode } from '@/lib/platform/text/markdown-tree';
import { directed, linkTo, runsOf } from './runs';
import { listed, MONOSPACE } from './styles';

type Look = Omit<IParagraphOptions, 'children'>;
/**
 * The depth of a paragraph within lists, what all paragraphs of the text share, and the look of each new one: only the
 * first paragraph of an item has a mark.
 */
type Setting = { depth: number; style: string; base: Look; next: () => Look };

const DEEPEST = 8;
let lists = 0;

/**
 * A contributor's words as paragraphs of Word: emphasis, lists, quotations and links as such, rows of tables as lines.
 * In a language that runs from right to left every paragraph does, also one that begins with a Latin name.
 */
export function markdownParagraphs(text: string, language?: string | null, style = 'Said'): Paragraph[] {
  const base: Look = language && directionOfLanguage(language) === 'rtl' ? { bidirectional: true } : {};
  return paragraphsOf(markdownTree(text), { depth: 0, style, base, next: () => ({ ...base, style }) });
}

const paragraphsOf = (nodes: readonly MarkNode[], setting: Setting): Paragraph[] =>
  partsOfNodes(nodes, {
    block: (node) => blockOf(node, setting),
    line: (line) => [new Paragraph({ ...setting.next(), ...directed(plainText(line)), children: runsIn(line) })],
  });

function blockOf({ tag, children }: MarkElement, setting: Setting): Paragraph[] {
  switch (tag) {
    case 'p':
      return [new Paragraph({ ...setting.next(), ...directed(plainText(children)), children: runsIn(children) })];
    case 'ul':
      return children.filter(isBlock).flatMap((item) => itemOf(item, setting, listed(levelOf(setting.depth))));
    case 'ol':
      return numberedItems(children.filter(isBlock), setting);
    case 'blockquote':
      return paragraphsOf(children, { ...setting, next: () => ({ ...setting.base, style: 'Quotation' }) });
    case 'pre':
      return [
        new Paragraph({ ...setting.next(), children: runsOf(plainText(children).trimEnd(), { font: MONOSPACE }) }),
      ];
    case 'tr':
      return [
        new Paragraph({
          ...setting.next(),
          children: runsIn(
            children.flatMap((cell, at) =>
              typeof cell === 'string' ? [] : [...(at > 0 ? [' | '] : []), ...cell.children],
            ),
          ),
        }),
      ];
    case 'hr':
      return [];
    default:
      return /^h[1-6]$/.test(tag)
        ? [
            new Paragraph({
              ...setting.base,
              style: 'Heading3',
              ...directed(plainText(children)),
              children: runsIn(children),
            }),
          ]
        : paragraphsOf(children, setting);
  }
}

/** Word counts by itself where the author's numbers are 1, 2, 3 …; any others are written as they were typed. */
function numberedItems(items: readonly MarkElement[], setting: Setting): Paragraph[] {
  const counted = items.every((item, at) => item['data-mark'] === `${at + 1}.`);
  const instance = ++lists;
  return items.flatMap((item) =>
    counted ? itemOf(item, setting, listed(levelOf(setting.depth), instance)) : itemOf(item, setting, undefined),
  );
}

const levelOf = (depth: number) => Math.min(depth, DEEPEST);

function itemOf(
  { children, 'data-mark': mark }: MarkElement,
  { depth, style, base }: Setting,
  numbering: Look['numbering'],
): Paragraph[] {
  const left = 400 * (levelOf(depth) + 1);
  let first = true;
  const next = (): Look => {
    if (!first) return { ...base, style, indent: { start: left } };
    first = false;
    const look = numbering ? { numbering } : { indent: { start: left, hanging: 400 } };
    return { ...base, style, ...look };
  };
  return paragraphsOf(numbering || !mark ? children : withMark(mark, children), {
    depth: depth + 1,
    style,
    base,
    next,
  });
}

/** The typed mark goes into the first paragraph, before a tab that the hanging indent stops. */
function withMark(mark: string, [first = '', ...rest]: readonly MarkNode[]): MarkNode[] {
  if (typeof first !== 'string' && isBlock(first))
    return [{ ...first, children: [`${mark}\t`, ...first.children] }, ...rest];
  return [`${mark}\t`, first, ...rest];
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

function inlineOf({ tag, href, alt, checked, children }: MarkElement, look: IRunOptions): ParagraphChild[] {
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
      const words = plainText(children);
      const shown = runsOf(words, { ...look, style: 'Hyperlink' });
      // A link on paper can't be followed: if its text is not the address, the address is printed after it.
      return [
        ...linkTo(href ?? '', shown),
        ...(href && href !== words && href !== `http://${words}` ? runsOf(` (${href})`, look) : []),
      ];
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
