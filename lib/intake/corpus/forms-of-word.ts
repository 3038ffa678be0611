import { filledIn } from '@/prisma/factories/returned-files';
import { paragraph, run } from '@/prisma/factories/word-files';
import type { MadeFile } from './corpus-file';
import { controlOf, editText, replaced, rowOf, rowsOf } from './edit-word';
import { form2020, formAfter, formOf2021 } from './readings';
import { COMPANY, INSTITUTE, only, typedFor, without } from './typed-answers';
import type { Answers } from './typed-answers';

/** The form of 2020 with these answers, as Word saves it. */
export const filledForm = async (answers: Answers, instead: Record<string, string> = {}): Promise<Buffer> =>
  filledIn(await form2020.file(), typedFor(form2020.input.places, answers, instead));

/** Filled in Word, in order and whole. */
export async function wholeForms(): Promise<MadeFile[]> {
  const second = { ...only(INSTITUTE, 'signatory', 'about'), 'bpf:gaps/text': 'Nothing else is missing.' };
  return [
    {
      name: 'word-institute.docx',
      about: 'Filled in Word: all questions, an update and a new agreement',
      answers: INSTITUTE,
      bytes: await filledForm(INSTITUTE, {
        'bpf:agreements/n1/cells/launchDate/value': 'May 2017',
        'bpf:projects/projects/0/criteria': 'Integrity of the supply chain; C1.07',
      }),
    },
    {
      name: 'word-company.docx',
      about: 'Filled in Word: a few answers',
      answers: COMPANY,
      bytes: await filledForm(COMPANY, { 'bpf:projects/projects/0/agreements': 'Siemens Charter of Trust' }),
    },
    {
      name: 'word-same-file-1.docx',
      about: 'One file sent on within an institute: what the first person filled in',
      answers: only(INSTITUTE, 'signatory', 'about'),
      bytes: await filledForm(only(INSTITUTE, 'signatory', 'about')),
    },
    {
      name: 'word-same-file-2.docx',
      about: 'The same file: what the second person sent back, with other answers',
      answers: second,
      bytes: await filledForm(second),
    },
    {
      name: 'word-unfilled.docx',
      about: 'Sent back as it was handed out',
      answers: {},
      warnings: ['nothing_written'],
      bytes: await filledForm({}),
    },
    { ...rightToLeft, bytes: await filledForm(rightToLeft.answers) },
  ];
}

const rightToLeft = {
  name: 'word-right-to-left.docx',
  about: 'Answers in Arabic and Hebrew, between Latin names',
  answers: {
    'bpf:signatory/agreements=paris-call': true,
    'bpf:signatory/notes/paris-call': 'وقّعنا في عام 2018',
    'bpf:signatory/others/0/name': 'ميثاق الشبكات (Networks Pact)',
    'bpf:gaps/text': 'لا أحد يتحدث عن سلاسل التوريد.\n\nאין הסכם על בחירות, and none on tallies.',
    'bpf:about/affiliation': 'معهد الشبكات',
    'bpf:about/country': 'EG',
    'bpf:about/language': 'ar',
  },
};

/** Made from another version of the questionnaire, or for another call. */
export async function formsOfOtherVersions(): Promise<MadeFile[]> {
  const later = { 'bpf:context/text': 'We run a network.', ...only(COMPANY, 'signatory', 'gaps', 'about') };
  const other = only(COMPANY, 'projects', 'gaps', 'about');
  return [
    {
      name: 'word-earlier-version.docx',
      about: 'Version 1 of the questionnaire, read when version 2 asks; one question is no longer asked',
      reading: 'after',
      answers: without(INSTITUTE, 'bpf:comments/text'),
      aside: [String(INSTITUTE['bpf:comments/text'])],
      warnings: ['other_version'],
      bytes: await filledForm(INSTITUTE),
    },
    {
      name: 'word-later-version.docx',
      about: 'Version 2, read for a draft of version 1; one question was not asked then',
      reading: 'before',
      answers: without(later, 'bpf:context/text'),
      aside: ['We run a network.'],
      warnings: ['other_version'],
      bytes: await filledIn(await formAfter.file(), typedFor(formAfter.input.places, later)),
    },
    {
      name: 'word-other-call.docx',
      about: 'The form of another call, which asks three of the same questions',
      answers: other,
      warnings: ['other_call'],
      bytes: await filledIn(await formOf2021.file(), typedFor(formOf2021.input.places, other)),
    },
  ];
}

/** Rows and cells that were moved about. */
export async function formsWithOtherRows(): Promise<MadeFile[]> {
  const [institute, company] = [await filledForm(INSTITUTE), await filledForm(COMPANY)];
  return [
    {
      name: 'word-rows-copied.docx',
      about: 'A row was copied for a second agreement and the table of the second project for a third one',
      answers: INSTITUTE,
      aside: ['Second pact', 'Kept since 2020', 'A third project'],
      bytes: await editText(institute, copiedRows),
    },
    {
      name: 'word-rows-deleted.docx',
      about: 'Rows and whole tables that were not needed are deleted',
      answers: COMPANY,
      bytes: await editText(company, (xml) =>
        ['A01', 'A02', 'A03', 'A20', 'A23', 'O1', 'O2', 'O3', 'O4']
          .map((code) => `Q1 / ${code}`)
          .concat('Q2 / P1.2', 'Q2 / P2.1', 'Q2 / P2.2', 'Q2 / P2.3', 'Y / 3', 'Y / 4')
          .reduce((rest, code) => replaced(rest, rowOf(rest, code), ''), xml),
      ),
    },
    {
      name: 'word-rows-reordered.docx',
      about: 'The rows of two tables are in another order',
      answers: INSTITUTE,
      bytes: await editText(institute, reorderedRows),
    },
    {
      name: 'word-cells-merged.docx',
      about: 'The box and the note beside it were merged into one cell, in two rows',
      answers: INSTITUTE,
      bytes: await editText(institute, (xml) => ['Q1 / A07', 'Q1 / A03'].reduce(mergedCells, xml)),
    },
  ];
}

function copiedRows(xml: string): string {
  const row = rowOf(xml, 'Q1 / O1');
  const copy = row
    .replace('Geneva Dialogue on Responsible Behaviour', 'Second pact')
    .replace('Not a treaty, but we keep to what it says', 'Kept since 2020');
  const project = [...rowsOf(xml)].filter((one) => />Q2 \/ P2\.\d</.test(one)).join('');
  const third = project
    .replace('A handbook for response teams', 'A third project')
    .replace('It is free of charge: 120 pages, three languages.', '');
  return replaced(replaced(xml, row, row + copy), project, project + third);
}

function reorderedRows(xml: string): string {
  const rows = ['A03', 'A05', 'A07', 'A10', 'A21'].map((code) => rowOf(xml, `Q1 / ${code}`));
  const moved = rows.reduce((rest, row, at) => replaced(rest, row, `@${at}@`), xml);
  const about = ['Y / 1', 'Y / 2', 'Y / 5', 'Y / 6'].map((code) => rowOf(xml, code));
  const all = about.reduce((rest, row, at) => replaced(rest, row, `@${at + rows.length}@`), moved);
  return [...rows.toReversed(), ...about.toReversed()].reduce((rest, row, at) => replaced(rest, `@${at}@`, row), all);
}

/** What Word makes of the last two cells of a row: one cell with the paragraphs of both. */
function mergedCells(xml: string, code: string): string {
  const row = rowOf(xml, code);
  const merged = row.replace(
    /<\/w:tc><w:tc><w:tcPr>((?:(?!<w:tcPr>).)*?)<\/w:tcPr>((?:(?!<w:tc>).)*<\/w:tc><\/w:tr>)$/s,
    '$2',
  );
  return replaced(
    xml,
    row,
    merged.replace(/(<w:tcPr>(?:(?!<w:tcPr>).)*?)(<w:tcMar>(?:(?!<w:tcPr>).)*)$/s, '$1<w:gridSpan w:val="2"/>$2'),
  );
}

/** Answers that were not written where they belong. */
export async function formsWithAnswersElsewhere(): Promise<MadeFile[]> {
  const places = form2020.input.places;
  const below = only(COMPANY, 'gaps', 'about');
  return [
    {
      name: 'word-below-the-table.docx',
      about: 'Two answers are written below their boxes, not in them',
      answers: { ...below, 'bpf:comments/text': 'We would rather meet in person.\n\nIn Geneva, if you can.' },
      bytes: await editText(await filledForm(without(below, 'bpf:gaps/text')), (xml) =>
        belowTable(
          belowTable(xml, 'bpf:gaps/text', String(COMPANY['bpf:gaps/text'])),
          'bpf:comments/text',
          'We would rather meet in person.\n\nIn Geneva, if you can.',
        ),
      ),
    },
    {
      name: 'word-lists-overtyped.docx',
      about: 'Lists to choose from were overtyped: one with the choice, one in capitals, one with other words',
      aside: ['in the UN, as far as I know'],
      answers: { ...COMPANY, 'bpf:about/country': 'DE', 'bpf:agreements/n1/cells/space/value': 'united-nations' },
      bytes: await editText(
        await filledIn(await form2020.file(), typedFor(places, COMPANY, { 'bpf:about/stakeholderGroup': '@group@' })),
        (xml) =>
          [
            ['bpf:about/stakeholderGroup', 'PRIVATE  SECTOR'],
            ['bpf:about/country', 'Germany'],
            ['bpf:agreements/n1/cells/space/value', 'in the UN, as far as I know'],
          ].reduce((rest, [tag = '', text = '']) => replaced(rest, controlOf(rest, tag), run(text)), xml),
      ),
    },
  ];
}

function belowTable(xml: string, tag: string, text: string): string {
  const control = controlOf(xml, tag);
  const at = xml.indexOf('</w:tbl>', xml.indexOf(control)) + '</w:tbl>'.length;
  const added = text
    .split('\n\n')
    .map((part) => paragraph(part))
    .join('');
  return xml.slice(0, at) + added + xml.slice(at);
}
