import { isValidElement } from 'react';
import type { ReactNode } from 'react';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { asWritten, keepLineEnds } from '@/lib/format/markdown-rules';
import { isTame } from '@/lib/format/markdown-tame';

/** What Markdown says, by the names HTML has for it. */
export type MarkNode = string | { tag: string; href?: string; alt?: string; checked?: boolean; children: MarkNode[] };
type Props = { children?: ReactNode; href?: string; alt?: string; checked?: boolean };

/**
 * Reads Markdown with the parser and the rules that pages show it by, so that paper and page never disagree; HTML in it stays
 * text. What would keep the parser busy is read as it was typed.
 */
export function markdownTree(text: string): MarkNode[] {
  if (!isTame(text)) return text.split(/\n{2,}/).map((paragraph) => ({ tag: 'p', children: [paragraph] }));
  return nodesIn(Markdown({ children: text, remarkPlugins: [[remarkGfm, { singleTilde: false }], asWritten, keepLineEnds] }));
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
