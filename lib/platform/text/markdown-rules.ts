import type { Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { signsAsTyped } from './markdown-as-typed';

/** As much of the parser and its tree as is needed here. */
type Parser = { data(): object };
type Node = { type: string; value?: string; depth?: number; children?: Node[] };

/**
 * Turns off Markdown that people type without meaning it, and Markdown that would make words vanish: indented lines are
 * no code, a line of hyphens makes no heading of the line above, `[1]: …` and text that looks like HTML stay.
 */
const LEFT_ALONE = [
  'codeIndented',
  'setextUnderline',
  'definition',
  'htmlFlow',
  'htmlText',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
];

function asWritten(this: Parser): void {
  const data: { micromarkExtensions?: unknown[] } = this.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: LEFT_ALONE } });
}

/** Markdown joins the lines of a paragraph; a person who pressed Return in a form meant a new line. */
function keepLineEnds() {
  return function split(node: Node): void {
    node.children = node.children?.flatMap((child) => {
      split(child);
      if (child.type !== 'text' || !child.value?.includes('\n')) return [child];
      return child.value
        .split('\n')
        .flatMap((line, at) => [
          ...(at > 0 ? [{ type: 'break' }] : []),
          ...(line === '' ? [] : [{ type: 'text', value: line }]),
        ]);
    });
  };
}

/** Headings go on from the level above the text, one step at a time, whichever their author began with. */
function headingsBelow(above = 1) {
  return (tree: Node): void => {
    const open: number[] = [];
    for (const node of tree.children ?? []) {
      if (node.type !== 'heading' || node.depth === undefined) continue;
      const { depth } = node;
      while (open.length > 0 && (open.at(-1) ?? 0) >= depth) open.pop();
      open.push(depth);
      node.depth = Math.min(6, above + open.length);
    }
  };
}

/**
 * The rules for all texts of people: on pages, in Word files and mails. `above` is the level of the heading above the
 * text.
 */
export const markdownPlugins = (above?: number): Options['remarkPlugins'] => [
  [remarkGfm, { singleTilde: false }],
  asWritten,
  signsAsTyped,
  keepLineEnds,
  [headingsBelow, above],
];
