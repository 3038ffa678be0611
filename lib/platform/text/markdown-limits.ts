/**
 * More than any answer has, and few enough that nothing takes noticeable time: a parser of Markdown can be kept busy
 * for minutes by a text made for it. What exceeds one of them is shown as it was typed.
 */
const LIMITS = { characters: 30_000, lines: 1_000, brackets: 300, emphasis: 300, bars: 2_000 } as const;

/** Quotations and lists inside each other, deeper than real texts have. */
const NESTED_BLOCKS = /^(?:[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])){7}/m;
const INDENTED = /^[ \t]{60}/m;

export function isWithinMarkdownLimits(text: string): boolean {
  return (
    text.length <= LIMITS.characters &&
    count(text, /\n/g) < LIMITS.lines &&
    count(text, /\[/g) <= LIMITS.brackets &&
    count(text, /[*_~]+/g) <= LIMITS.emphasis &&
    count(text, /\|/g) <= LIMITS.bars &&
    !NESTED_BLOCKS.test(text) &&
    !INDENTED.test(text)
  );
}

const count = (text: string, sign: RegExp) => text.match(sign)?.length ?? 0;
