import { directionOfLanguage } from '@/lib/platform/i18n/languages';
import type { PdfBlock, PdfInline, PdfLine } from '@/lib/platform/pdf/document';
import { directionOf } from '@/lib/platform/text/direction';
import { isBlock, markdownTree, partsOfNodes, plainText } from '@/lib/platform/text/markdown-tree';
import type { MarkElement, MarkNode } from '@/lib/platform/text/markdown-tree';

type Setting = { language?: string; /** Of the author's own headings. */ level: number };

/**
 * A contributor's words as parts of a PDF file: emphasis, lists, quotations and links as such, rows of tables as lines.
 * In a language that runs from right to left every paragraph does, also one that begins with a Latin name.
 */
export const markdownBlocks = (text: string, { language, level }: { language?: string | null; level: number }) =>
  blocksOf(markdownTree(text), { level, ...(language && { language }) });

const blocksOf = (nodes: readonly MarkNode[], setting: Setting): PdfBlock[] =>
  partsOfNodes(nodes, {
    block: (node) => blockOf(node, setting),
    line: (line) => [paragraphOf(line, setting)],
  });

function blockOf({ tag, children }: MarkElement, setting: Setting): PdfBlock[] {
  switch (tag) {
    case 'p':
      return [paragraphOf(children, setting)];
    case 'ul':
    case 'ol': {
      const items = children.filter(isBlock);
      const marks = items.map((item) => item['data-mark'] ?? '');
      return [
        {
          kind: 'list',
          items: items.map((item) => blocksOf(item.children, setting)),
          ...(tag === 'ol' && { marks: marks.map((mark, at) => mark || `${at + 1}.`) }),
        },
      ];
    }
    case 'blockquote':
      return [{ kind: 'quotation', blocks: blocksOf(children, setting) }];
    case 'pre':
      return [paragraphOf([{ tag: 'code', children: [plainText(children).trimEnd()] }], setting)];
    case 'tr':
      return [
        paragraphOf(
          children.flatMap((cell, at) =>
            typeof cell === 'string' ? [] : [...(at > 0 ? [' | '] : []), ...cell.children],
          ),
          setting,
        ),
      ];
    case 'hr':
      return [];
    default:
      return /^h[1-6]$/.test(tag)
        ? [
            {
              kind: 'heading',
              level: setting.level,
              direction: directionIn(children, setting),
              text: plainText(children),
            },
          ]
        : blocksOf(children, setting);
  }
}

const paragraphOf = (nodes: readonly MarkNode[], setting: Setting): PdfBlock => ({
  kind: 'paragraph',
  look: 'said',
  direction: directionIn(nodes, setting),
  ...(setting.language && { language: setting.language }),
  inlines: inlinesOf(nodes),
});

const directionIn = (nodes: readonly MarkNode[], { language }: Setting): PdfLine['direction'] =>
  language && directionOfLanguage(language) === 'rtl' ? 'rtl' : directionOf(plainText(nodes));

/** Lines stay lines, as everywhere else where people's words are shown. */
function inlinesOf(nodes: readonly MarkNode[], look: Omit<PdfInline, 'text'> = {}): PdfInline[] {
  return nodes.flatMap((node, at): PdfInline[] => {
    if (typeof node !== 'string') return inlineOf(node, look);
    const before = nodes[at - 1];
    const afterBreak = typeof before === 'object' && before.tag === 'br';
    const text = afterBreak ? node.replace(/^\n/, '') : node;
    return text === '' ? [] : [{ ...look, text: at === nodes.length - 1 ? text.trimEnd() : text }];
  });
}

function inlineOf({ tag, href, alt, checked, children }: MarkElement, look: Omit<PdfInline, 'text'>): PdfInline[] {
  switch (tag) {
    case 'strong':
      return inlinesOf(children, { ...look, strong: true });
    case 'em':
      return inlinesOf(children, { ...look, emphasis: true });
    case 'del':
      return inlinesOf(children, { ...look, struck: true });
    case 'code':
      return inlinesOf(children, { ...look, code: true });
    case 'a': {
      const words = plainText(children);
      const to = href ? addressIn(href) : undefined;
      // A link on paper can't be followed: if its text is not the address, the address is printed after it.
      return [
        ...inlinesOf(children, { ...look, ...(to && { link: to }) }),
        ...(href && href !== words && href !== `http://${words}` ? [{ ...look, text: ` (${href})` }] : []),
      ];
    }
    case 'br':
      return [{ text: '\n' }];
    case 'input':
      return [{ ...look, text: checked ? '☑ ' : '☐ ' }];
    case 'img':
      return [{ ...look, text: alt ?? '' }];
    default:
      return inlinesOf(children, look);
  }
}

/** An address that a reader may be sent to, in the letters that addresses have; undefined for any other. */
export const addressIn = (text: string): string | undefined =>
  /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : undefined;
