import type { PdfBlock, PdfDocument, PdfInline, PdfLine } from '@/lib/platform/pdf/document';
import { pdfFile } from '@/lib/platform/pdf/pdf-file';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import { directionOf } from '@/lib/platform/text/direction';
import type { Block, Fact, Paper, PaperSection, Piece } from '@/lib/questions/paper';
import { addressIn, markdownBlocks } from './markdown';

/** A paper as a PDF file that says it was made at this moment. Throws PdfError. */
export const paperAsPdf = (paper: Paper, at: Date) => pdfFile(pdfDocumentOf(paper), at);

/** A paper as a PDF file has it: the same sections, tables and words as its Word file. */
function pdfDocumentOf(paper: Paper): PdfDocument {
  const words = wordsIn(paper.locale as Locale); // papers are in languages of the site
  const setting = { language: paper.language, level: paper.sections.some(({ chapter }) => chapter) ? 2 : 1 };
  return {
    language: paper.locale,
    title: paper.title,
    site: paper.site,
    foot: [paper.title, ...(paper.foot ? [paper.foot] : [])].join('  ·  '),
    missing: words('sharing.paper.missingLetters'),
    description: paper.facts.map(({ term, pieces }) => `${term}: ${textsIn(pieces).join(', ')}`).join('. '),
    blocks: [
      factsOf(paper.facts),
      ...paper.preface.flatMap((block) => blocksOf(block, setting)),
      ...paper.sections.flatMap((section) => sectionOf(section, setting)),
    ],
  };
}

/** `level` is that of a section's heading: 2 where there are chapters. */
type Setting = { language?: string | null; level: number };

function sectionOf({ chapter, title, eyebrow, blocks }: PaperSection, setting: Setting): PdfBlock[] {
  let below = setting.level + 1;
  return [
    ...(chapter ? [headingOf(chapter.title, 1), ...(chapter.help ? [paragraphOf(chapter.help, 'help')] : [])] : []),
    { ...headingOf(title, setting.level), ...(eyebrow && { above: eyebrow }) },
    ...blocks.flatMap((block) => {
      // The author's own headings stand below the last one of the paper.
      if (block.kind === 'heading' || (block.kind === 'list' && block.label)) below = setting.level + 2;
      return blocksOf(block, setting, below);
    }),
  ];
}

function blocksOf(block: Block, { language, level }: Setting, below = level + 1): PdfBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ ...headingOf(block.text, level + 1), ...(block.newPage && { newPage: true }) }];
    case 'help':
    case 'remark':
      return [paragraphOf(block.text, block.kind)];
    case 'said':
      return markdownBlocks(block.text, { language, level: below });
    case 'list':
      return [
        ...(block.label ? [headingOf(block.label, level + 1)] : []),
        { kind: 'list', items: block.items.map((pieces) => [inOneParagraph(pieces)]) },
      ];
    case 'facts':
      return [factsOf(block.facts)];
    case 'faults':
      return [{ kind: 'faults', title: block.title, items: block.items.map((text) => lineOf({ text })) }];
    case 'table':
      return [
        {
          kind: 'table',
          heads: block.heads,
          widths: block.widths,
          rows: block.rows.map((row) => row.map((pieces) => pieces.map(lineOf))),
        },
      ];
    case 'signature':
      return [block];
    case 'room':
      return [paragraphOf(block.label, 'remark'), ...markdownBlocks(block.text ?? '', { language, level: below })];
  }
}

const textsIn = (pieces: readonly Piece[]) => pieces.map(({ text }) => text);

const headingOf = (text: string, level: number) =>
  ({ kind: 'heading', level, direction: directionOf(text), text }) as const;

const paragraphOf = (text: string, look: 'help' | 'remark'): PdfBlock => ({
  kind: 'paragraph',
  look,
  ...lineOf({ text }),
});

const factsOf = (facts: readonly Fact[]): PdfBlock => ({
  kind: 'facts',
  facts: facts.map(({ term, pieces }) => ({ term, lines: pieces.map(lineOf) })),
});

const lineOf = (one: Piece): PdfLine => ({ direction: directionOf(one.text), inlines: [inlineOf(one)] });

/** Several texts below each other in one paragraph, so that a list keeps one mark for each item. */
const inOneParagraph = (pieces: readonly Piece[]): PdfBlock => ({
  kind: 'paragraph',
  look: 'plain',
  direction: directionOf(textsIn(pieces).join(' ')),
  inlines: pieces.flatMap((one, at) => [...(at > 0 ? [{ text: '\n' }] : []), inlineOf(one)]),
});

function inlineOf({ text, look }: Piece): PdfInline {
  const link = look === 'link' ? addressIn(text.trim()) : undefined;
  return {
    text,
    ...(look === 'strong' && { strong: true }),
    ...(look === 'muted' && { muted: true }),
    ...(link && { link }),
  };
}
