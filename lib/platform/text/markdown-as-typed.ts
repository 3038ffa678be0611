/** As much of the tree as is needed here. */
type Node = {
  type: string;
  value?: string;
  ordered?: boolean | null;
  start?: number | null;
  spread?: boolean | null;
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } };
  data?: { hProperties?: Record<string, unknown> };
};

/** Scripts that put no spaces between words: every place in them may be the edge of a word. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const DIGIT = /\p{N}/u;

/**
 * Undoes what Markdown changes although its author did not mean it. Numbers of lists stay the numbers that were typed,
 * `+` and `*` at the beginning of a line stay signs, and a `*` is emphasis only at the edge of a word and never beside
 * a digit.
 */
export function signsAsTyped() {
  return (tree: Node, file: { toString(): string }): void => undo(tree, file.toString());
}

function undo(node: Node, source: string): void {
  node.children = node.children?.flatMap((child) => {
    undo(child, source);
    switch (child.type) {
      case 'emphasis':
      case 'strong':
        return isMeant(child, source) ? [child] : withItsSigns(child, source);
      case 'list':
        if (child.ordered) return [numberedAsTyped(child, source)];
        return source[startOf(child)] === '-' ? [child] : linesOf(child, source);
      case 'thematicBreak':
        return source[startOf(child)] === '-' ? [child] : [paragraph([text(sourceOf(child, source))])];
      default:
        return [child];
    }
  });
}

function isMeant(node: Node, source: string): boolean {
  const [start, end] = [startOf(node), endOf(node)];
  const sign = source[start];
  if (sign !== '*') return true;
  const [before, after] = [characterBefore(source, start), characterAt(source, end)];
  const inWord = (character: string) => WORD.test(character) && !UNSPACED.test(character);
  if (inWord(before) || inWord(after)) return false;
  if (node.type === 'strong') return true;
  return !DIGIT.test(characterAt(source, start + 1)) && !DIGIT.test(characterBefore(source, end - 1));
}

/** The emphasis taken back: its words between the signs that were typed. */
function withItsSigns(node: Node, source: string): Node[] {
  const width = node.type === 'strong' ? 2 : 1;
  const signs = source.slice(startOf(node), startOf(node) + width);
  return [text(signs), ...(node.children ?? []), text(signs)];
}

/**
 * Each item keeps the mark that was typed, like `3.` or `2)`; if a number does not follow the one before, the HTML
 * states it.
 */
function numberedAsTyped(list: Node, source: string): Node {
  const marks = (list.children ?? []).map((item) => /^\d+[.)]/.exec(source.slice(startOf(item)))?.[0] ?? '');
  list.children?.forEach((item, at) => {
    const [mark, before] = [marks[at] ?? '', marks[at - 1]];
    const value = Number.parseInt(mark, 10);
    const follows = before === undefined || value === Number.parseInt(before, 10) + 1;
    item.data = { hProperties: { dataMark: mark, ...(!follows && { value }) } };
  });
  const classes = [
    ...(marks[0]?.endsWith(')') ? ['with-bracket'] : []),
    ...(marks.some((mark) => /^0\d/.test(mark)) ? ['with-zero'] : []),
    ...(marks.some((mark) => mark.length > 3) ? ['with-long-numbers'] : []),
  ];
  if (classes.length > 0) list.data = { hProperties: { className: classes } };
  return list;
}

/** A list by signs that mean something else to those who type them: one line for each item, the sign before it. */
function linesOf(list: Node, source: string): Node[] {
  const blocks: Node[] = [];
  let open: Node | undefined;
  for (const item of list.children ?? []) {
    const [first, ...rest] = item.children ?? [];
    const begins = first?.type === 'paragraph';
    const typed = begins ? source.slice(startOf(item), startOf(first)) : '';
    const sign = begins && !typed.includes('\n') ? typed : `${source[startOf(item)]} `;
    const line = [text(sign), ...(begins ? (first.children ?? []) : [])];
    if (open && !list.spread) open.children?.push({ type: 'break' }, ...line);
    else blocks.push(paragraph(line));
    const others = begins ? rest : (item.children ?? []);
    blocks.push(...others);
    open = others.length === 0 && !item.spread ? blocks.at(-1) : undefined;
  }
  return blocks;
}

const text = (value: string): Node => ({ type: 'text', value });
const paragraph = (children: Node[]): Node => ({ type: 'paragraph', children });
const startOf = (node: Node): number => node.position?.start.offset ?? 0;
const endOf = (node: Node): number => node.position?.end.offset ?? 0;
const sourceOf = (node: Node, source: string): string => source.slice(startOf(node), endOf(node));
const characterAt = (source: string, at: number): string => String.fromCodePoint(source.codePointAt(at) ?? 0x20);
const characterBefore = (source: string, at: number): string =>
  /[^]$/u.exec(source.slice(Math.max(0, at - 2), at))?.[0] ?? ' ';
