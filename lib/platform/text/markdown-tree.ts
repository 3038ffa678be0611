import { isValidElement } from 'react';
import type { ReactNode } from 'react';
import Markdown from 'react-markdown';
import { markdownPlugins } from './markdown-rules';
import { isWithinMarkdownLimits } from './markdown-limits';

type Attributes = {
  href?: string;
  alt?: string;
  checked?: boolean;
  /** Of an item of a numbered list: what was typed, like `3.`. */ 'data-mark'?: string;
};

/** What Markdown says, by the names HTML has for it. */
export type MarkNode = string | ({ tag: string; children: MarkNode[] } & Attributes);
export type MarkElement = Exclude<MarkNode, string>;
type Props = Attributes & { children?: ReactNode };

/**
 * Reads Markdown with the parser and the rules that pages show it by, so that paper and page never disagree; HTML in it
 * stays text. What would keep the parser busy is read as it was typed.
 */
export function markdownTree(text: string): MarkNode[] {
  if (!isWithinMarkdownLimits(text))
    return text.split(/\n{2,}/).map((paragraph) => ({ tag: 'p', children: [paragraph] }));
  return nodesIn(
    Markdown({
      children: text,
      remarkPlugins: markdownPlugins(),
      urlTransform: (url) => (isWebAddress(url) ? url : ''),
    }),
  );
}

/** Only these lead anywhere from paper or a mail; `#part` and the like would be printed for nothing. */
const isWebAddress = (url: string) => /^https?:\/\//i.test(url) && URL.canParse(url);

function nodesIn(node: ReactNode): MarkNode[] {
  if (typeof node === 'string' || typeof node === 'number') return [String(node)];
  if (Array.isArray(node)) return node.flatMap(nodesIn);
  if (!isValidElement<Props>(node)) return [];
  const { children, href, alt, checked, 'data-mark': mark } = node.props;
  const inner = nodesIn(children);
  return typeof node.type === 'string'
    ? [{ tag: node.type, href, alt, checked, 'data-mark': mark, children: inner }]
    : inner;
}

/** The words alone. */
export const plainText = (nodes: readonly MarkNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : plainText(node.children))).join('');

const BLOCKS = /^(p|h[1-6]|ul|ol|li|blockquote|pre|hr|table|thead|tbody|tr|section|div)$/;

/** Whether a node begins a line of its own. */
export const isBlock = (node: MarkNode): node is MarkElement => typeof node !== 'string' && BLOCKS.test(node.tag);

/**
 * What `block` makes of each block and `line` of all nodes between two blocks, in their order. Space alone between
 * blocks makes no line.
 */
export function partsOfNodes<Part>(
  nodes: readonly MarkNode[],
  { block, line }: { block: (node: MarkElement) => Part[]; line: (nodes: readonly MarkNode[]) => Part[] },
): Part[] {
  const parts: Part[] = [];
  let between: MarkNode[] = [];
  const endLine = () => {
    if (plainText(between).trim() !== '' || between.some((node) => typeof node !== 'string'))
      parts.push(...line(between));
    between = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) between.push(node);
    else {
      endLine();
      parts.push(...block(node));
    }
  }
  endLine();
  return parts;
}
