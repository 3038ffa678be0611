import { FACT_FIELDS } from '@/lib/agreements/facts/registry';
import type { FactField } from '@/lib/agreements/facts/registry';
import { choicesOf, factHelp, factLabel } from '@/lib/agreements/facts/words';
import type { CallTexts, Question, Questionnaire } from '@/lib/calls/schema';
import { sayDeadline } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';
import { piece } from './paper';
import type { Block, Paper, PaperSection, PaperTable, Piece } from './paper';
import type { PaperWords } from './words';

export type BlankCallInput = {
  locale: Locale;
  call: {
    slug: string;
    title: string;
    closesAt: string;
    timeZone: string;
    acceptsLate: boolean;
    texts: CallTexts;
    questionnaire: { content: Questionnaire };
    annex: { name: string }[];
  };
  sets: readonly { title: string; criteria: readonly { key: string; title: string; help: string | null }[] }[];
  /** Where the form and the dataset are found. */
  addresses: { form: string; agreements: string };
  words: PaperWords;
};

/** A call's questions with room for the answers: to be prepared and agreed on within an organisation before it fills in the form. */
export function blankCallPaper(input: BlankCallInput): Paper {
  const { locale, call, addresses, words } = input;
  const deadline = sayDeadline(call.closesAt, locale, call.timeZone, (parts) => words('common.endOfDay', parts));
  const paragraphs = (id: 'introduction' | 'instructions'): PaperSection => ({
    id,
    title: words(`sharing.blank.${id}`),
    blocks: call.texts[id].map((text) => ({ kind: 'help', text })),
  });
  return {
    locale,
    site: words('sharing.paper.site'),
    title: call.title,
    fileName: `bpf-call-${call.slug}`,
    facts: [
      {
        term: words('sharing.paper.deadline'),
        pieces: [piece(call.acceptsLate ? words('sharing.blank.late', { deadline }) : deadline, 'strong')],
      },
      { term: words('sharing.paper.form'), pieces: [piece(addresses.form, 'link')] },
    ],
    preface: [{ kind: 'help', text: words('sharing.blank.use', { address: addresses.form }) }],
    sections: [
      paragraphs('introduction'),
      paragraphs('instructions'),
      ...call.questionnaire.content.questions.map((question, at) => questionSection(question, at + 1, input)),
      aboutSection(call.questionnaire.content.about, words),
    ],
  };
}

function questionSection(question: Question, number: number, input: BlankCallInput): PaperSection {
  const { words } = input;
  return {
    id: question.key,
    title: question.title,
    eyebrow: words('sharing.paper.question', { number }),
    blocks: [
      ...(question.help ? [{ kind: 'help' as const, text: question.help }] : []),
      ...partsFor(question.kind, input),
      {
        kind: 'room',
        label: question.kind === 'text' ? words('sharing.blank.answer') : words('contribute.form.answer.besides'),
        lines: question.kind === 'text' ? 14 : 6,
      },
    ],
  };
}

function partsFor(kind: Question['kind'], input: BlankCallInput): Block[] {
  switch (kind) {
    case 'signatory':
      return signatoryTables(input);
    case 'projects':
      return projectTables(input.words);
    case 'proposals':
      return proposalTables(input);
    case 'text':
      return [];
  }
}

/** Room for something to be written by hand or by keyboard. */
const EMPTY: Piece[] = [piece('')];
const rowsOf = (count: number, columns: number): Piece[][][] =>
  Array.from({ length: count }, () => Array.from({ length: columns }, () => EMPTY));

function signatoryTables({ call, words }: BlankCallInput): Block[] {
  const heads = [
    words('sharing.blank.agreement'),
    words('sharing.blank.signed'),
    words('contribute.form.signatory.otherNote'),
  ];
  const annex: PaperTable = {
    kind: 'table',
    caption: words('sharing.blank.annexTable'),
    heads,
    widths: [50, 15, 35],
    rows: call.annex.map(({ name }) => [[piece(name)], EMPTY, EMPTY]),
  };
  const others: PaperTable = {
    kind: 'table',
    caption: words('sharing.blank.otherTable'),
    heads: [heads[0] ?? '', heads[2] ?? ''],
    widths: [50, 50],
    rows: rowsOf(4, 2),
  };
  return [...(call.annex.length > 0 ? captioned(annex) : []), ...captioned(others)];
}

/** A table below its name, which is also the heading people find it by. */
const captioned = (table: PaperTable, hint?: string): Block[] => [
  { kind: 'heading', text: table.caption },
  ...(hint ? [{ kind: 'help' as const, text: hint, withNext: true as const }] : []),
  table,
];

function projectTables(words: PaperWords): Block[] {
  const fields = ['title', 'description', 'link', 'agreements', 'criteria'] as const;
  return [1, 2].flatMap((number): Block[] =>
    captioned(
      {
        kind: 'table',
        caption: words('sharing.blank.projectTable', { number }),
        heads: [words('sharing.blank.fact'), words('sharing.blank.answer')],
        widths: [34, 66],
        rows: fields.map((field) => [[piece(words(`sharing.blank.projectFields.${field}`))], EMPTY]),
      },
      number === 1 ? words('sharing.blank.again') : undefined,
    ),
  );
}

function proposalTables({ sets, addresses, words, locale }: BlankCallInput): Block[] {
  const noteSource = words('sharing.blank.noteSource');
  const facts: PaperTable = {
    kind: 'table',
    caption: words('sharing.blank.newTable'),
    heads: [words('sharing.blank.fact'), words('sharing.blank.value'), noteSource],
    widths: [30, 40, 30],
    rows: [
      ...FACT_FIELDS.map((field) => {
        const hint = factHint(field, locale, words);
        return [[piece(factLabel(field, locale)), ...(hint ? [piece(hint, 'muted')] : [])], EMPTY, EMPTY];
      }),
      [[piece(words('sharing.blank.contact')), piece(words('sharing.blank.contactHint'), 'muted')], EMPTY, EMPTY],
    ],
  };
  const updates: PaperTable = {
    kind: 'table',
    caption: words('sharing.blank.updateTable'),
    heads: [
      words('sharing.blank.agreement'),
      words('sharing.paper.point'),
      words('sharing.blank.says'),
      words('sharing.blank.should'),
      noteSource,
    ],
    widths: [22, 18, 20, 20, 20],
    rows: rowsOf(6, 5),
  };
  // The set the call asks about is the newest: it comes first, as in the form.
  const norms = sets.toReversed().flatMap(({ title, criteria }) =>
    captioned(
      {
        kind: 'table',
        caption: words('sharing.blank.newNorms', { set: title }),
        heads: [words('sharing.paper.point'), words('sharing.blank.value'), noteSource],
        widths: [48, 18, 34],
        rows: criteria.map((criterion) => [
          [piece(criterion.title), ...(criterion.help ? [piece(criterion.help, 'muted')] : [])],
          EMPTY,
          EMPTY,
        ]),
      },
      words('sharing.blank.normsHint'),
    ),
  );
  return [
    ...captioned(updates, words('sharing.blank.updateHint', { address: addresses.agreements })),
    ...captioned(facts, words('sharing.blank.again')),
    ...norms,
  ];
}

/** What a field on paper needs to be said: where the form offers choices, they are written out. */
function factHint(field: FactField, locale: Locale, words: PaperWords): string {
  const choices = choicesOf(field, locale).map(({ word }) => word);
  return choices.length > 0 ? words('sharing.blank.oneOf', { choices: choices.join('; ') }) : factHelp(field, locale);
}

function aboutSection({ title, help }: Questionnaire['about'], words: PaperWords): PaperSection {
  const row = (label: string, publish: string): Piece[][] => [
    [piece(label)],
    EMPTY,
    publish ? [piece(publish, 'muted')] : EMPTY,
  ];
  const never = words('sharing.blank.never');
  return {
    id: 'about',
    title,
    blocks: [
      { kind: 'help', text: help },
      { kind: 'help', text: words('sharing.blank.showHint') },
      {
        kind: 'table',
        caption: words('sharing.blank.aboutTable'),
        heads: [words('sharing.blank.fact'), words('sharing.blank.answer'), words('sharing.blank.publish')],
        widths: [34, 41, 25],
        rows: [
          row(words('contribute.form.about.name'), ''),
          row(words('contribute.form.about.affiliation'), ''),
          row(words('contribute.form.about.country'), ''),
          row(words('contribute.form.about.stakeholderGroup'), ''),
          row(words('contribute.form.about.email'), never),
        ],
      },
    ],
  };
}
