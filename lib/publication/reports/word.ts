import {
  Bookmark,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  Paragraph,
  TableRow,
  TextRun,
} from 'docx';
import type { IParagraphOptions, IRunOptions, ParagraphChild, Table } from 'docx';
import { PAGE, pageFoot, spellingOf } from '@/lib/contributions/documents/word/file';
import { cellOf, gridOf, headRow, space, TEXT_WIDTH } from '@/lib/contributions/documents/word/grid';
import { directed, isWebAddress, runsOf, xmlText } from '@/lib/contributions/documents/word/runs';
import { listed, MONOSPACE, MUTED, numbering, stylesIn } from '@/lib/contributions/documents/word/styles';
import { directionOfLanguage } from '@/lib/platform/i18n/languages';
import { chartPicture } from './chart';
import type { Picture } from './chart';
import { wordsOf } from './report';
import type {
  Inline,
  Report,
  ReportBlock,
  ReportChart,
  ReportFact,
  ReportItem,
  ReportSection,
  ReportTable,
} from './report';

/** A report as a Word file: headings, tables and lists are real ones, pages have numbers, and references are links. */
export async function wordReport(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = await picturesIn(report.sections);
  const file = new Document({
    title: xmlText(report.title),
    creator: xmlText(report.site),
    lastModifiedBy: xmlText(report.site),
    styles: stylesIn(spellingOf(report.locale)),
    numbering,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: pageFoot(report.title) },
        children: [
          new Paragraph({ style: 'Eyebrow', children: runsOf(report.site) }),
          new Paragraph({ heading: HeadingLevel.TITLE, ...directed(report.title), children: runsOf(report.title) }),
          ...factParagraphs(report.facts, START),
          ...report.sections.flatMap((section) => sectionParts(section, { ...START, pictures })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

type Part = Paragraph | Table;
type Look = Omit<IParagraphOptions, 'children'>;
/** What paragraphs of a text share: their style, how deep they are in lists, and the mark of the next one. */
type Setting = { style: string; depth: number; base: Look; mark?: Look; level: number; pictures: Pictures };
/** The charts of the report, drawn. */
type Pictures = ReadonlyMap<ReportChart, Picture>;

const START: Setting = { style: 'Normal', depth: 0, base: {}, level: 0, pictures: new Map() };
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
const headingAt = (level: number) => HEADINGS[Math.min(level, HEADINGS.length - 1)];

/** Charts are blocks of sections only. */
async function picturesIn(sections: readonly ReportSection[]): Promise<Pictures> {
  const pictures = new Map<ReportChart, Picture>();
  for (const { blocks, sections: inner } of sections) {
    for (const block of blocks) if (block.kind === 'chart') pictures.set(block, await chartPicture(block));
    for (const [chart, picture] of await picturesIn(inner)) pictures.set(chart, picture);
  }
  return pictures;
}

function sectionParts({ id, title, blocks, sections }: ReportSection, setting: Setting): Part[] {
  return [
    new Paragraph({
      heading: headingAt(setting.level),
      ...directed(title),
      children: [new Bookmark({ id: bookmarkOf(id), children: runsOf(title) })],
    }),
    ...blocks.flatMap((block) => blockParts(block, setting)),
    ...sections.flatMap((section) => sectionParts(section, { ...setting, level: setting.level + 1 })),
  ];
}

/** Word takes letters, digits and underscores, forty at most, and no digit at the beginning. */
function bookmarkOf(id: string): string {
  const name = `_${id.replace(/\W/g, '_')}`;
  return name.length <= 40 ? name : `${name.slice(0, 30)}_${numberOfText(id).toString(36)}`;
}

/** The same number for the same text: long names that begin alike stay apart. */
const numberOfText = (words: string): number =>
  [...words].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 2_147_483_647, 7);

function blockParts(block: ReportBlock, setting: Setting): Part[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf(block.content, setting)];
    case 'note':
      return [paragraphOf(block.content, { ...setting, style: 'Help' })];
    case 'heading':
      return [
        new Paragraph({
          ...setting.base,
          heading: headingAt(setting.level + block.depth),
          ...directed(wordsOf(block.content)),
          children: inline(block.content),
        }),
      ];
    case 'list':
      return block.items.flatMap((item) => itemParts(item, setting));
    case 'quotation':
      return block.blocks.flatMap((inner) => blockParts(inner, { ...setting, style: 'Quotation' }));
    case 'code':
      return [new Paragraph({ ...lookOf(setting), children: runsOf(block.text, { font: MONOSPACE }) })];
    case 'facts':
      return factParagraphs(block.facts, setting);
    case 'table':
      return tableParts(block);
    case 'chart':
      return chartParts(block, setting);
    case 'words':
      return block.blocks.flatMap((inner) =>
        blockParts(inner, { ...setting, style: 'Said', base: directionOf(block.language) }),
      );
  }
}

const directionOf = (language: string | null): Look =>
  language && directionOfLanguage(language) === 'rtl' ? { bidirectional: true } : {};

const lookOf = ({ style, base, mark }: Setting): Look => ({ ...base, style, ...mark });

const paragraphOf = (content: readonly Inline[], setting: Setting) =>
  new Paragraph({ ...lookOf(setting), ...directed(wordsOf(content)), children: inline(content) });

const MAX_DEPTH = 8;

/** Only the first paragraph of an item has its mark; a number stands as it was typed. */
function itemParts({ mark, blocks }: ReportItem, { mark: _, ...setting }: Setting): Part[] {
  const depth = Math.min(setting.depth, MAX_DEPTH);
  const inner = { ...setting, depth: depth + 1 };
  const indent = { start: 400 * (depth + 1) };
  return blocks.flatMap((block, at) => {
    if (at > 0) return blockParts(block, { ...inner, mark: { indent } });
    if (mark === null) return blockParts(block, { ...inner, mark: { numbering: listed(depth) } });
    const typed: Inline = { kind: 'text', text: `${mark} ` };
    const [first, ...rest] =
      block.kind === 'paragraph' ? [{ ...block, content: [typed, ...block.content] }] : [TYPED(typed), block];
    return [first, ...rest].flatMap((one) => (one ? blockParts(one, { ...inner, mark: { indent } }) : []));
  });
}
const TYPED = (typed: Inline): ReportBlock => ({ kind: 'paragraph', content: [typed] });

const factParagraphs = (facts: readonly ReportFact[], setting: Setting): Paragraph[] =>
  facts.map(
    ({ term, content }) =>
      new Paragraph({
        ...lookOf(setting),
        ...directed(term),
        children: [...runsOf(`${term}: `, { bold: true }), ...inline(content)],
      }),
  );

/** Rows stay whole unless they are longer than a page; the caption stays with the table. */
function tableParts({ caption, heads, widths, rows }: ReportTable): Part[] {
  const columns = widths.map((width) => Math.round((TEXT_WIDTH * width) / 100));
  const body = rows.map(
    (cells, index) =>
      new TableRow({
        cantSplit: !isLong(cells),
        children: cells.map((cell, at) =>
          cellOf(
            [
              new Paragraph({
                style: at === 0 ? 'CellHead' : 'Cell',
                ...directed(wordsOf(cell)),
                keepNext: index === 0 && rows.length > 1,
                children: inline(cell),
              }),
            ],
            columns[at],
          ),
        ),
      }),
  );
  return [
    new Paragraph({ ...directed(caption), keepNext: true, children: runsOf(caption, { bold: true }) }),
    gridOf([headRow(heads, columns), ...body], columns),
    space(),
  ];
}

/** Twentieths of a point in a pixel of 1/96 inch. */
const TWENTIETHS = 15;

/** As wide as the text. Its number is its own: Word wants each picture to have another one than the others. */
function chartParts(chart: ReportChart, { pictures }: Setting): Part[] {
  const { title, description } = chart;
  const picture = pictures.get(chart);
  if (!picture) return [new Paragraph({ ...directed(description), children: runsOf(description) })];
  const width = Math.round(TEXT_WIDTH / TWENTIETHS);
  const image = new ImageRun({
    type: 'png',
    data: picture.png,
    transformation: { width, height: Math.round((picture.height / picture.width) * width) },
    altText: {
      id: `${[...pictures.keys()].indexOf(chart) + 1}`,
      name: xmlText(title),
      title: xmlText(title),
      description: xmlText(description),
    },
  });
  return [
    new Paragraph({ ...directed(title), keepNext: true, children: runsOf(title, { bold: true }) }),
    new Paragraph({ children: [image] }),
    space(),
  ];
}

const LONGEST_WHOLE_ROW = 1_500;
const isLong = (cells: readonly Inline[][]) => cells.some((cell) => wordsOf(cell).length > LONGEST_WHOLE_ROW);

function inline(content: readonly Inline[]): ParagraphChild[] {
  return content.flatMap((part): ParagraphChild[] => {
    switch (part.kind) {
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'link': {
        const children = runsOf(part.text, { style: 'Hyperlink' });
        const link = xmlText(part.address.trim());
        return isWebAddress(link) ? [new ExternalHyperlink({ link, children })] : children;
      }
      case 'reference':
        return [
          new InternalHyperlink({
            anchor: bookmarkOf(part.section),
            children: runsOf(part.text, { style: 'Hyperlink' }),
          }),
        ];
      case 'text':
        return runsOf(part.text, runLook(part));
    }
  });
}

const runLook = ({ strong, emphasis, struck, code, muted }: Extract<Inline, { kind: 'text' }>): IRunOptions => ({
  ...(strong && { bold: true }),
  ...(emphasis && { italics: true }),
  ...(struck && { strike: true }),
  ...(code && { font: MONOSPACE }),
  ...(muted && { color: MUTED }),
});
