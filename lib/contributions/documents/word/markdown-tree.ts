import { isValidElement } from 'react';
import type { ReactNode } from 'react';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** What Markdown says, by the names HTML has for it. */
export type MarkNode = string | { tag: string; href?: string; alt?: string; checked?: boolean; children: MarkNode[] };
type Props = { children?: ReactNode; href?: string; alt?: string; checked?: boolean };

/** Reads Markdown with the parser that shows it on pages, so that paper and page never disagree; HTML in it stays text. */
export function markdownTree(text: string): MarkNode[] {
  return nodesIn(Markdown({ children: text, remarkPlugins: [remarkGfm] }));
}

function nodesIn(node: ReactNode): MarkNode[] {
  if (typeof node === 'string' || typeof node === 'number') return [String(node)];
  if (Array.isArray(node)) return node.flatMap(nodesIn);
  if (!isValidElement<Props>(node)) return [];
  const { children, href, alt, checked } = node.props;
  const inner = nodesIn(children);
  return typeof node.type === 'string' ? [{ tag: node.type, href, alt, checked, children: inner }] : inner;
}

/** The words alone. */
export const wordsOf = (nodes: readonly MarkNode[]): string => nodes.map((node) => (typeof node === 'string' ? node : wordsOf(node.children))).join('');
