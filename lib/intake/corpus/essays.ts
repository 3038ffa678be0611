import { savedByLibreOffice } from '@/prisma/factories/libreoffice';
import { makeWord, paragraph, run, table } from '@/prisma/factories/word-files';
import type { CorpusFile, MadeFile } from './corpus-file';
import { form2020 } from './readings';

const [SIGNED = '', PROJECTS = '', PROPOSED = '', GAPS = '', COMMENTS = ''] = form2020.input.questions.map(
  ({ title }) => title,
);
const lines = (...texts: string[]) => texts.map((text) => paragraph(text)).join('');
const bold = (text: string) => paragraph(run(text, '<w:b/>'));
const heading = (text: string, level = 1) => paragraph(text, { style: `Heading${level}` });
const item = (text: string, level = 0) =>
  paragraph(text, { properties: `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>` });
const NUMBERING =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
const NO_FORM = ['no_identity'];

const NUMBERED: CorpusFile['answers'] = {
  'bpf:signatory/text': 'The Paris Call, since 2018.',
  'bpf:projects/text': 'Two of them:\n\n- a course for judges\n- a glossary',
  'bpf:agreements/text': 'None that you do not have.',
  'bpf:gaps/text': 'Space systems.',
  'bpf:comments/text': 'Keep it short next year.',
};

const ASKED: CorpusFile['answers'] = {
  'bpf:signatory/text': 'We have joined MANRS and the **Paris Call**.\n\nBoth were decided by our board.',
  'bpf:projects/text': 'A test centre for small providers.',
  'bpf:gaps/text': 'Nobody speaks of satellites.',
  'bpf:comments/text': 'We would gladly host a meeting.',
  'bpf:about/name': 'Tomás Rivera',
  'bpf:about/affiliation': 'Association of Small Providers',
  'bpf:about/email': 'rivera@example.org',
  'bpf:about/country': 'CL',
};

/** Contributions that were written without the form. */
export async function essays(): Promise<MadeFile[]> {
  const asked = makeWord({ body: askedBody() });
  const [odt] = savedByLibreOffice(asked, 'docx', ['odt']);
  if (!odt) throw new Error('LibreOffice has saved nothing.');
  return [
    {
      name: 'essay-numbered.docx',
      about: 'Five answers in a numbered list of Word, without the questions',
      answers: NUMBERED,
      aside: ['Answers of the Academy of Judges', 'to the questions of the forum', 'Kind regards', 'The Academy'],
      warnings: NO_FORM,
      bytes: makeWord({ numbering: NUMBERING, body: numberedBody() }),
    },
    {
      name: 'essay-under-questions.docx',
      about: 'The questions were copied into an empty document, in bold, some in other words; answers below them',
      answers: ASKED,
      aside: [
        'Which cybersecurity issues does no agreement address that one should',
        'Contribution to the call of 2020',
      ],
      warnings: NO_FORM,
      bytes: asked,
    },
    {
      name: 'essay-under-questions.odt',
      about: 'The same, saved by LibreOffice as .odt',
      answers: ASKED,
      aside: [
        'Which cybersecurity issues does no agreement address that one should',
        'Contribution to the call of 2020',
      ],
      warnings: NO_FORM,
      bytes: odt,
    },
    headed,
    tabled,
    long,
  ];
}

const numberedBody = () =>
  lines('Answers of the Academy of Judges', 'to the questions of the forum') +
  item('The Paris Call, since 2018.') +
  item('Two of them:') +
  item('a course for judges', 1) +
  item('a glossary', 1) +
  item('None that you do not have.') +
  item('Space systems.') +
  item('Keep it short next year.') +
  lines('Kind regards', 'The Academy');

const askedBody = () =>
  lines('Contribution to the call of 2020') +
  bold(`1. ${SIGNED.replace('’', "'")}`) +
  paragraph(run('We have joined MANRS and the ') + run('Paris Call', '<w:b/>') + run('.')) +
  lines('Both were decided by our board.') +
  bold(`2. ${PROJECTS.toUpperCase()}`) +
  lines('A test centre for small providers.') +
  bold(`4) ${GAPS.replace('in your view, ', '')}`) +
  lines('Nobody speaks of satellites.') +
  bold(COMMENTS) +
  lines('We would gladly host a meeting.') +
  bold('About you') +
  lines(
    'Name: Tomás Rivera',
    'Organisation: Association of Small Providers',
    'E-mail: rivera@example.org',
    'Country: Chile',
  );

const headed: MadeFile = {
  name: 'essay-headings.docx',
  about: 'An essay with headings of its own; three of them say what is asked',
  answers: {
    'bpf:signatory/text': 'The Budapest Convention, through our state.\n\n### Why\n\nIt binds.',
    'bpf:gaps/text': 'Cables under the sea.',
    'bpf:comments/text': 'Meet in the south.',
  },
  aside: ['A history of our coast', 'It began with a lighthouse.', 'Literature', 'Holm 2019'],
  warnings: NO_FORM,
  bytes: makeWord({
    body:
      heading('A history of our coast') +
      lines('It began with a lighthouse.') +
      heading('Agreements we have signed') +
      lines('The Budapest Convention, through our state.') +
      heading('Why', 2) +
      lines('It binds.') +
      heading('Issues not addressed yet') +
      lines('Cables under the sea.') +
      heading('Comments and ideas') +
      lines('Meet in the south.') +
      heading('Literature') +
      lines('Holm 2019'),
  }),
};

const tabled: MadeFile = {
  name: 'essay-table-of-two-columns.docx',
  about: 'A table that somebody made: questions on the left, answers on the right',
  answers: { 'bpf:signatory/text': 'The Tech Accord.', 'bpf:gaps/text': 'Liability.' },
  aside: [],
  warnings: NO_FORM,
  bytes: makeWord({
    body:
      table(
        [paragraph(SIGNED), paragraph('The Tech Accord.')],
        [paragraph(PROPOSED), paragraph('')],
        [paragraph(GAPS), paragraph('Liability.')],
      ) + paragraph(''),
  }),
};

const WORDS =
  'agreement norm state network operator incident response supply chain trust measure report region capacity law rights vulnerability disclosure provider exchange treaty forum ministry court standard audit'.split(
    ' ',
  );

/** 300 pages: chapters of sentences in an order that looks like chance and is the same each time. */
const long: MadeFile = (() => {
  let seed = 20_201_017;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const sentences = Array.from(
    { length: 80 },
    () => `${Array.from({ length: 9 + next(12) }, () => WORDS[next(WORDS.length)]).join(' ')}.`,
  );
  const sentence = () => sentences[next(sentences.length)] ?? '';
  const chapter = (at: number) =>
    heading(`Chapter ${at}: ${sentence()}`) +
    Array.from({ length: 50 }, () => paragraph(Array.from({ length: 6 }, sentence).join(' '))).join('');
  return {
    name: 'essay-of-300-pages.docx',
    about: 'A book of 300 pages, with two headings in its middle that say what is asked',
    answers: { 'bpf:gaps/text': 'In one word: sewers.', 'bpf:comments/text': 'The rest of the book says more.' },
    aside: ['Chapter 1:', 'Chapter 24:', 'The last sentence of the book.'],
    warnings: NO_FORM,
    bytes: makeWord({
      body:
        Array.from({ length: 12 }, (_, at) => chapter(at + 1)).join('') +
        heading('Issues not yet addressed') +
        lines('In one word: sewers.') +
        heading('Comments and ideas') +
        lines('The rest of the book says more.') +
        Array.from({ length: 12 }, (_, at) => chapter(at + 13)).join('') +
        lines('The last sentence of the book.'),
    }),
  };
})();
