import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { ParagraphChild, Table } from 'docx';
import type { Paper, PaperSection } from '@/lib/questions/paper';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import { sectionMark, wordBlocks } from './blocks';
import { bookmarked, wordContext } from './controls';
import type { WordContext } from './controls';
import { directed, runsOf } from './runs';
import { MUTED, numbering, stylesIn } from './styles';
import { xmlText } from './runs';

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** English is set as Word should check its spelling: the forum's papers are British. */
const LANGUAGES: Record<string, string> = { en: 'en-GB' };
export const spellingOf = (locale: string): string => LANGUAGES[locale] ?? locale;

const MARGIN = 1_134;
/** A4 with equal margins; in twentieths of a point. */
export const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
};

/** A paper as a Word file: headings, tables and lists are real ones, and its properties name no person. */
export async function wordFile(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const context = wordContext(wordsIn(paper.locale as Locale), paper.language); // papers are in languages of the site
  const file = new Document({
    title: xmlText(paper.title),
    creator: xmlText(paper.site),
    lastModifiedBy: xmlText(paper.site),
    description: xmlText(
      paper.facts.map(({ term, pieces }) => `${term}: ${pieces.map(({ text }) => text).join(', ')}`).join('. '),
    ),
    styles: stylesIn(spellingOf(paper.locale), paper.language),
    numbering,
    customProperties: Object.entries(paper.properties ?? {}).map(([name, value]) => ({ name, value })),
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: pageFoot([paper.title, ...(paper.foot ? [paper.foot] : [])].join('  ·  ')) },
        children: [...headOf(paper, context), ...paper.sections.flatMap((section) => sectionOf(section, context))],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function headOf({ site, title, facts, preface }: Paper, context: WordContext): (Paragraph | Table)[] {
  return [
    new Paragraph({ style: 'Eyebrow', children: runsOf(site) }),
    new Paragraph({ heading: HeadingLevel.TITLE, ...directed(title), children: runsOf(title) }),
    ...wordBlocks({ kind: 'facts', facts }, context),
    ...preface.flatMap((block) => wordBlocks(block, context)),
  ];
}

function sectionOf({ id, chapter, title, eyebrow, blocks }: PaperSection, context: WordContext): (Paragraph | Table)[] {
  const above = eyebrow
    ? [new TextRun({ text: xmlText(eyebrow), size: 17, color: MUTED }), new TextRun({ break: 1 })]
    : [];
  return [
    ...(chapter ? chapterOf(chapter, context) : []),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      ...directed(title),
      children: bookmarked<ParagraphChild>(sectionMark(id), [...above, ...runsOf(title)], context),
    }),
    ...blocks.flatMap((block) => wordBlocks(block, context)),
  ];
}

function chapterOf({ title, help }: NonNullable<PaperSection['chapter']>, context: WordContext): (Paragraph | Table)[] {
  return [
    new Paragraph({ style: 'Chapter', ...directed(title), children: runsOf(title) }),
    ...(help ? wordBlocks({ kind: 'help', text: help, withNext: true }, context) : []),
  ];
}

/** The foot of every page: the title, the page's number, and how many there are. */
export const pageFoot = (title: string) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.END,
        children: [
          new TextRun({
            size: 17,
            color: MUTED,
            children: [`${xmlText(title)}  ·  `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
