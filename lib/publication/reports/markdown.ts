import type { Inline, Report, ReportBlock, ReportFact, ReportItem, ReportSection, ReportTable } from './report';

/**
 * A report as Markdown (CommonMark with tables as GitHub has them). Every text is escaped, so that nothing in it is read
 * as Markdown or HTML; the only HTML are the anchors of sections and the line breaks in tables.
 */
export function markdownReport(report: Report): string {
  const parts = [
    `# ${inlineText(report.title)}`,
    atLineStart(inlineText(report.site)),
    factsText(report.facts),
    ...report.sections.flatMap((section) => sectionParts(section, 2)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const DEEPEST = 6;

function sectionParts({ id, title, blocks, sections }: ReportSection, depth: number): string[] {
  return [
    `<a id="${attribute(id)}"></a>`,
    headingText(depth, inlineText(title)),
    ...blocks.map((block) => blockText(block, depth)),
    ...sections.flatMap((section) => sectionParts(section, depth + 1)),
  ];
}

const headingText = (depth: number, words: string) => `${'#'.repeat(Math.min(DEEPEST, depth))} ${words}`;

/** `depth` is that of the section's own heading. */
function blockText(block: ReportBlock, depth: number): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return atLineStart(inline(block.content, HARD_BREAK));
    case 'heading':
      return headingText(depth + block.depth, inline(block.content, ' '));
    case 'list':
      return listText(block.items, depth);
    case 'quotation':
      return prefixed(blocksText(block.blocks, depth), '> ', '> ');
    case 'code':
      return fenced(block.text);
    case 'facts':
      return factsText(block.facts);
    case 'table':
      return tableText(block);
    case 'chart':
      return `**${inlineText(block.title)}**\n\n${atLineStart(inlineText(block.description))}`;
    case 'words':
      return blocksText(block.blocks, depth);
  }
}

const blocksText = (blocks: readonly ReportBlock[], depth: number): string =>
  blocks.map((block) => blockText(block, depth)).join('\n\n');

const HARD_BREAK = '\\\n';
const CELL_BREAK = '<br>';

const factsText = (facts: readonly ReportFact[]): string =>
  facts.map(({ term, content }) => `- **${inlineText(term)}:** ${inline(content, CELL_BREAK)}`).join('\n');

/** Numbers that follow each other are a list with numbers; any others stand as they were typed. */
function listText(items: readonly ReportItem[], depth: number): string {
  const numbers = items.map(({ mark }) => Number.parseInt(mark ?? '', 10));
  const isCounted = numbers.every((number, at) => number === (at === 0 ? number : (numbers[at - 1] ?? 0) + 1));
  return items
    .map(({ mark, blocks }) => {
      const sign = mark !== null && isCounted ? mark : '-';
      const typed = mark !== null && !isCounted ? `${inlineText(mark).replace(/[.)]$/, String.raw`\$&`)} ` : '';
      return prefixed(`${typed}${blocksText(blocks, depth)}`, `${sign} `, ' '.repeat(sign.length + 1));
    })
    .join('\n');
}

function tableText({ caption, heads, rows }: ReportTable): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `**${inlineText(caption)}**`,
    '',
    row(heads.map(inlineText)),
    row(heads.map(() => '---')),
    ...rows.map((cells) => row(cells.map((cell) => inline(cell, CELL_BREAK, true)))),
  ].join('\n');
}

/** A fence is longer than any row of backticks in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** In a cell nothing is code: a pipe in it would end the cell. */
function inline(content: readonly Inline[], lineBreak: string, isCell = false): string {
  return content
    .map((part) => {
      switch (part.kind) {
        case 'break':
          return lineBreak;
        case 'link':
          return `[${inlineText(part.text)}](<${addressText(part.address)}>)`;
        case 'reference':
          return `[${inlineText(part.text)}](#${encodeURIComponent(part.section)})`;
        case 'text':
          return styled(part, isCell);
      }
    })
    .join('');
}

function styled({ text, strong, emphasis, struck, code }: Extract<Inline, { kind: 'text' }>, isCell: boolean): string {
  if (text.trim() === '') return text === '' ? '' : ' ';
  if (code && !isCell) return codeSpan(text);
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  const sign = `${strong ? '**' : ''}${emphasis ? '*' : ''}${struck ? '~~' : ''}`;
  const closing = [...sign].reverse().join('');
  return `${before && ' '}${sign}${inlineText(words)}${closing}${after && ' '}`;
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const sign = '`'.repeat(longest + 1);
  return `${sign} ${text.replace(/\s+/g, ' ')} ${sign}`;
}

/** One line, in which no sign means anything. */
const inlineText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]{}|~$^#@]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** What would begin a list, a line or a heading at the beginning of a line. */
const atLineStart = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .trimStart()
        .replace(/^[-+=]/, String.raw`\$&`)
        .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`),
    )
    .join('\n');

/** An address between angle brackets ends at no sign of its own. */
const addressText = (address: string): string => address.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign));

const attribute = (text: string): string => text.replace(/[^\w.-]/g, '-');

const prefixed = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, at) => `${at === 0 ? first : rest}${line}`.trimEnd())
    .join('\n');
