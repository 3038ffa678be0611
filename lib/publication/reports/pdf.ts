import { directionOfLanguage } from '@/lib/platform/i18n/languages';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { PdfBlock, PdfDocument, PdfFact, PdfInline, PdfLine } from '@/lib/platform/pdf/document';
import { pdfFile } from '@/lib/platform/pdf/pdf-file';
import { directionOf } from '@/lib/platform/text/direction';
import { printedSvg } from './chart';
import { wordsOf } from './report';
import type { Inline, Report, ReportBlock, ReportFact, ReportSection } from './report';

/** More columns than these need a page that lies on its side. */
const UPRIGHT_COLUMNS = 6;

/** A report as a tagged PDF file, dated with the moment its content was read. Throws PdfError. */
export const pdfReport = (report: Report): Promise<Uint8Array<ArrayBuffer>> =>
  pdfFile(pdfDocumentOf(report), new Date(report.madeAt));

/** A report as a PDF file has it: a cover, a table of contents, bookmarks, and wide tables on pages of their own. */
function pdfDocumentOf(report: Report): PdfDocument {
  const words = wordsIn(report.locale as Locale); // reports are in languages of the site
  const setting: Setting = { ids: new Set(report.sections.flatMap(idsIn)), level: 0, look: 'plain' };
  return {
    language: report.locale,
    title: report.title,
    site: report.site,
    foot: report.title,
    missing: words('reports.pdf.missingLetters'),
    description: report.facts.map(({ term, content }) => `${term}: ${wordsOf(content)}`).join('. '),
    cover: { facts: report.facts.map((fact) => factOf(fact, setting)), contents: words('reports.pdf.contents') },
    blocks: withoutGaps(report.sections.flatMap((section) => sectionOf(section, setting))),
  };
}

type Setting = {
  /** Of the sections that can be referred to. */ ids: ReadonlySet<string>;
  /** Of the last heading. */ level: number;
  look: 'plain' | 'said';
  /** ISO 639-1: of a contributor's words. */ language?: string;
};

const idsIn = ({ id, sections }: ReportSection): string[] => [id, ...sections.flatMap(idsIn)];

function sectionOf({ id, title, blocks, sections }: ReportSection, above: Setting): PdfBlock[] {
  const setting = { ...above, level: above.level + 1 };
  return [
    {
      ...{ kind: 'heading', level: setting.level, direction: directionOf(title), text: title, id },
      ...(setting.level === 1 && { newPage: true }),
    },
    ...blocks.flatMap((block) => blocksOf(block, setting)),
    ...sections.flatMap((section) => sectionOf(section, setting)),
  ];
}

function blocksOf(block: ReportBlock, setting: Setting): PdfBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf(block.content, setting.look, setting)];
    case 'note':
      return [paragraphOf(block.content, 'remark', setting)];
    case 'heading': {
      const text = wordsOf(block.content);
      return [{ kind: 'heading', level: setting.level + block.depth, direction: directionIn(text, setting), text }];
    }
    case 'list':
      return [
        {
          kind: 'list',
          items: block.items.map(({ blocks }) => blocks.flatMap((one) => blocksOf(one, setting))),
          ...(block.items.some(({ mark }) => mark !== null) && { marks: block.items.map(({ mark }) => mark ?? '–') }),
        },
      ];
    case 'quotation':
      return [{ kind: 'quotation', blocks: block.blocks.flatMap((one) => blocksOf(one, setting)) }];
    case 'code':
      return [block];
    case 'facts':
      return [{ kind: 'facts', facts: block.facts.map((fact) => factOf(fact, setting)) }];
    case 'table':
      return [
        {
          ...{ kind: 'table', caption: block.caption, heads: block.heads, widths: block.widths },
          rows: block.rows.map((row) => row.map((cell) => linesOf(cell, setting))),
          ...(block.heads.length > UPRIGHT_COLUMNS && { wide: true }),
        },
      ];
    case 'chart':
      return [
        {
          kind: 'drawing',
          caption: block.title,
          alternative: block.description,
          svg: printedSvg(block, 'Source Sans 3'),
        },
      ];
    case 'words': {
      const own: Setting = { ...setting, look: 'said', ...(block.language && { language: block.language }) };
      return block.blocks.flatMap((one) => blocksOf(one, own));
    }
  }
}

const paragraphOf = (content: readonly Inline[], look: 'plain' | 'said' | 'remark', setting: Setting): PdfBlock => ({
  kind: 'paragraph',
  look,
  ...(setting.language && { language: setting.language }),
  direction: directionIn(wordsOf(content), setting),
  inlines: content.map((part) => inlineOf(part, setting)),
});

/** In a language that runs from right to left every paragraph does, also one that begins with a Latin name. */
const directionIn = (text: string, { language }: Setting): PdfLine['direction'] =>
  language && directionOfLanguage(language) === 'rtl' ? 'rtl' : directionOf(text);

const factOf = ({ term, content }: ReportFact, setting: Setting): PdfFact => ({
  term,
  lines: linesOf(content, setting),
});

/** Each line for itself, in its own direction. */
function linesOf(content: readonly Inline[], setting: Setting): PdfLine[] {
  const lines: Inline[][] = [[]];
  for (const part of content) {
    if (part.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(part);
  }
  return lines.map((line) => ({
    direction: directionIn(wordsOf(line), setting),
    inlines: line.map((part) => inlineOf(part, setting)),
  }));
}

function inlineOf(part: Inline, { ids }: Setting): PdfInline {
  switch (part.kind) {
    case 'break':
      return { text: '\n' };
    case 'link':
      return { text: part.text, ...(URL.canParse(part.address) && { link: new URL(part.address).href }) };
    case 'reference':
      return { text: part.text, ...(ids.has(part.section) && { to: part.section }) };
    case 'text': {
      const { kind: _, ...rest } = part;
      return rest;
    }
  }
}

/** Headings that people typed may leave out a level; PDF/UA allows none to be left out. */
function withoutGaps(blocks: PdfBlock[]): PdfBlock[] {
  let last = 0;
  const mended = (block: PdfBlock): PdfBlock => {
    switch (block.kind) {
      case 'heading':
        last = Math.min(block.level, last + 1);
        return { ...block, level: last };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(mended)) };
      case 'quotation':
        return { ...block, blocks: block.blocks.map(mended) };
      case 'paragraph':
      case 'code':
      case 'facts':
      case 'faults':
      case 'table':
      case 'drawing':
      case 'signature':
        return block;
    }
  };
  return blocks.map(mended);
}
