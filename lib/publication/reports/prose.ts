import { isBlock, markdownTree, partsOfNodes, plainText } from '@/lib/platform/text/markdown-tree';
import type { MarkElement, MarkNode } from '@/lib/platform/text/markdown-tree';
import type { Inline, ReportBlock, ReportItem } from './report';

type Look = { strong?: true; emphasis?: true; struck?: true; code?: true };

/** Markdown as blocks of a report, read by the parser and the rules of pages: HTML in it stays text. */
export function proseBlocks(markdown: string): ReportBlock[] {
  return blocksOf(markdownTree(markdown));
}

/** A contributor's words in their language, if it is known; no block for an empty text. */
export function wordsBlocks(markdown: string, language: string | null): ReportBlock[] {
  const blocks = proseBlocks(markdown);
  return blocks.length === 0 ? [] : [{ kind: 'words', language, blocks }];
}

const blocksOf = (nodes: readonly MarkNode[]): ReportBlock[] =>
  partsOfNodes(nodes, {
    block: blockOf,
    line: (line) => (plainText(line).trim() === '' ? [] : [{ kind: 'paragraph', content: inlineOf(line) }]),
  });

function blockOf({ tag, children }: MarkElement): ReportBlock[] {
  if (plainText(children).trim() === '') return [];
  switch (tag) {
    case 'p':
      return [{ kind: 'paragraph', content: inlineOf(children) }];
    case 'ul':
    case 'ol':
      return [{ kind: 'list', items: children.filter(isBlock).map(itemOf) }];
    case 'blockquote':
      return [{ kind: 'quotation', blocks: blocksOf(children) }];
    case 'pre':
      return [{ kind: 'code', text: plainText(children).trimEnd() }];
    case 'table':
      return tableOf(children);
    default:
      return /^h[1-6]$/.test(tag)
        ? [{ kind: 'heading', depth: Math.max(1, Number(tag.slice(1)) - 1), content: inlineOf(children) }]
        : blocksOf(children);
  }
}

const itemOf = ({ children, 'data-mark': mark }: MarkElement): ReportItem => ({
  mark: mark ?? null,
  blocks: blocksOf(children),
});

/** A table typed by a contributor has no caption: its rows are lines, as in Word files of contributions. */
function tableOf(children: readonly MarkNode[]): ReportBlock[] {
  return rowsIn(children).map((cells) => ({
    kind: 'paragraph',
    content: cells.flatMap((cell, at) => [
      ...(at > 0 ? [{ kind: 'text' as const, text: ' | ' }] : []),
      ...inlineOf(cell.children),
    ]),
  }));
}

const rowsIn = (nodes: readonly MarkNode[]): MarkElement[][] =>
  nodes
    .filter((node) => typeof node !== 'string')
    .flatMap((node) =>
      node.tag === 'tr' ? [node.children.filter((cell) => typeof cell !== 'string')] : rowsIn(node.children),
    );

const LOOKS: Record<string, Look> = {
  strong: { strong: true },
  em: { emphasis: true },
  del: { struck: true },
  code: { code: true },
};

function inlineOf(nodes: readonly MarkNode[], look: Look = {}): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (typeof node === 'string') return node === '' ? [] : [{ kind: 'text', text: oneLine(node), ...look }];
    if (node.tag === 'br') return [{ kind: 'break' }];
    if (node.tag === 'input') return [{ kind: 'text', text: node.checked ? '☒' : '☐', ...look }];
    if (node.tag === 'img') return node.alt ? [{ kind: 'text', text: node.alt, ...look }] : [];
    if (node.tag === 'a' && node.href)
      return [{ kind: 'link', text: oneLine(plainText(node.children)) || node.href, address: node.href }];
    return inlineOf(node.children, { ...look, ...LOOKS[node.tag] });
  });
}

/** Line ends that are meant are breaks already. */
const oneLine = (words: string) => words.replace(/\s*\n\s*/g, ' ');
