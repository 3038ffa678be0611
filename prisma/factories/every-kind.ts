import { assemble } from '@/lib/contributions/drafts/assembly';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { beginProposal } from '@/lib/contributions/drafts/drafts';
import { placeOf } from '@/lib/contributions/drafts/steps';
import { readDraft } from '@/lib/contributions/drafts/stored-draft';
import { addFile } from '@/lib/contributions/files/files';
import { submitContribution } from '@/lib/contributions/submission';
import { KIND_NAMES } from '@/lib/questions/registry';
import type { KindName, Question } from '@/lib/questions/registry';
import { makeCallAsking } from './calls';
import { makeDraft } from './drafts';
import { makePdf } from './files';
import { makeQuestion } from './questions';

/** One question with an answer that is recognised wherever it appears. */
export type KindCase = {
  question: Question;
  /** What is typed in the fields of its step. */
  typed: Record<string, unknown>;
  /** The value as a program sends and reads it. */
  value?: unknown;
  /** What readers see of the answer, its free text left out. */
  said: string[];
  /** What a table of answers has in its columns, the free text left out. */
  cells?: (string | number)[];
};

/** The free text of a question. */
export const textOf = ({ key }: Question): string => `${key.replaceAll('-', '')}words`;

const LABELS = (canary: string) => [
  { key: 'first', label: `First ${canary}` },
  { key: 'second', label: 'Second' },
];
const LEVELS = (canary: string) => [
  { key: 'low', label: 'Low' },
  { key: 'high', label: `High ${canary}` },
];

type Cases = { [Kind in KindName]: (key: string, at: number) => Omit<KindCase, 'question'> & { settings?: object } };

const CASES: Cases = {
  text: (key) => ({ typed: {}, said: [`${key}words`] }),
  signatory: (key) => ({
    typed: { agreements: ['gcsc'], notes: {}, others: [{ name: `Pact of ${key}`, note: '' }] },
    said: [`Pact of ${key}`],
    cells: [`gcsc; Pact of ${key}`],
  }),
  projects: (key) => ({
    typed: {
      projects: [{ title: `Project ${key}`, description: 'Text', link: '', agreements: [], criteria: [] }],
    },
    said: [`Project ${key}`],
    cells: [`Project ${key}`],
  }),
  proposals: (key) => ({ typed: {}, said: [`Accord of ${key}`] }),
  choice: (key, at) =>
    at === 1
      ? {
          settings: { options: LABELS(key) },
          typed: { value: { choice: 'first', other: '' } },
          value: { choice: 'first' },
          said: [`First ${key}`],
          cells: ['first'],
        }
      : {
          settings: { options: LABELS(key), other: true },
          typed: { value: { choice: 'other', other: `something else ${key}` } },
          value: { choice: 'other', other: `something else ${key}` },
          said: [`Other: something else ${key}`],
          cells: ['other', `something else ${key}`],
        },
  choices: (key) => ({
    settings: { options: LABELS(key), other: true, max: 3 },
    typed: { value: { choices: ['first', 'other'], other: `one more ${key}` } },
    value: { choices: ['first', 'other'], other: `one more ${key}` },
    said: [`First ${key}`, `Other: one more ${key}`],
    cells: ['first; other', `one more ${key}`],
  }),
  'yes-no': (_, at) => ({
    typed: { value: at === 1 ? 'yes' : 'no' },
    value: at === 1,
    said: [at === 1 ? 'Yes' : 'No'],
    cells: [at === 1 ? 'yes' : 'no'],
  }),
  rating: (key, at) =>
    at === 1
      ? {
          settings: { levels: LEVELS(key), evidence: true },
          typed: { value: { level: 'high', evidence: `https://example.org/${key}`, rows: {} } },
          value: { level: 'high', evidence: `https://example.org/${key}` },
          said: [`High ${key}`, `https://example.org/${key}`],
          cells: ['high', `https://example.org/${key}`],
        }
      : {
          settings: {
            levels: LEVELS(key),
            notApplicable: true,
            evidence: true,
            rows: [
              { key: 'policy', label: `Policy ${key}` },
              { key: 'practice', label: 'Practice' },
            ],
          },
          typed: {
            value: {
              level: '',
              evidence: '',
              rows: {
                policy: { level: 'low', evidence: `https://example.org/${key}` },
                practice: { level: 'not-applicable', evidence: '' },
              },
            },
          },
          value: {
            rows: {
              policy: { level: 'low', evidence: `https://example.org/${key}` },
              practice: { level: 'not-applicable' },
            },
          },
          said: [`Policy ${key}`, `https://example.org/${key}`, 'Not applicable'],
          cells: ['low', `https://example.org/${key}`, 'not-applicable'],
        },
  number: (_, at) =>
    at === 1
      ? { typed: { value: '4711' }, value: '4711', said: ['4711'], cells: [4711] }
      : {
          settings: { unit: 'hours', decimals: 2, min: 0, max: 9_000 },
          typed: { value: '4712.5' },
          value: '4712.5',
          said: ['4712.5 hours'],
          cells: [4712.5],
        },
  date: (_, at) =>
    at === 1
      ? { typed: { value: '1987-03' }, value: '1987-03', said: ['Mar 1987'], cells: ['1987-03'] }
      : { typed: { value: '1988-04-05' }, value: '1988-04-05', said: ['5 April 1988'], cells: ['1988-04-05'] },
  link: (key, at) => {
    const links = [`https://example.org/${key}/one`, ...(at === 1 ? [] : [`https://example.org/${key}/two`])];
    return {
      settings: at === 1 ? {} : { most: 3 },
      typed: { value: links.join('\n') },
      value: links,
      said: links,
      cells: [links.join(' ')],
    };
  },
  file: () => ({ typed: {}, said: [], cells: [1] }),
  records: (key, at) => ({
    settings: {
      record: `Incident of ${key}`,
      fields: [
        { key: 'what', label: 'What happened', kind: 'text', required: true },
        { key: 'when', label: 'When', kind: 'date' },
        { key: 'sector', label: 'Sector', kind: 'choice', options: LABELS(key), other: true },
        { key: 'axes', label: 'Axes', kind: 'choices', options: LABELS(key) },
        { key: 'known', label: 'Was it published', kind: 'yes-no' },
        { key: 'harm', label: 'Harm', kind: 'rating', levels: LEVELS(key), notApplicable: true },
        { key: 'people', label: 'People concerned', kind: 'number' },
        { key: 'report', label: 'Report', kind: 'link' },
        { key: 'story', label: 'Story', kind: 'text', size: 'long' },
        { key: 'accords', label: 'Agreements concerned', kind: 'agreements' },
        { key: 'norms', label: 'Norms concerned', kind: 'criteria' },
      ],
    },
    typed: { records: [typedRecord(key), ...(at === 1 ? [] : [{ what: `Second thing ${key}` }])] },
    value: [sentRecord(key), ...(at === 1 ? [] : [{ what: `Second thing ${key}` }])],
    said: [
      `First thing ${key}`,
      ...(at === 1 ? [] : [`Second thing ${key}`]),
      'Jul 2019',
      `High ${key}`,
      `Other: mills of ${key}`,
      'Paris Call',
    ],
    cells: [at],
  }),
};

const typedRecord = (key: string) => ({
  what: `First thing ${key}`,
  when: '2019-07',
  sector: { choice: 'other', other: `mills of ${key}` },
  axes: { choices: ['first', 'second'], other: '' },
  known: 'yes',
  harm: { level: 'high', evidence: '', rows: {} },
  people: '1200',
  report: `https://example.org/${key}/report`,
  story: `Once there was ${key}.\n\nThen it ended.`,
  accords: ['paris-call'],
  norms: ['supply-chain-integrity'],
});

const sentRecord = (key: string) => ({
  ...typedRecord(key),
  sector: { choice: 'other', other: `mills of ${key}` },
  axes: { choices: ['first', 'second'] },
  known: true,
  harm: { level: 'high' },
  report: [`https://example.org/${key}/report`],
});

/** Every kind twice, each question with an answer. */
export const EVERY_KIND: KindCase[] = KIND_NAMES.flatMap((kind) =>
  [1, 2].map((at) => {
    const key = `${kind.replace('-', '')}${at}`;
    const { settings = {}, typed, ...answer } = CASES[kind](key, at);
    // the settings of its own kind, as the record above has them
    const question = makeQuestion(kind, key, { title: `Question ${key}`, ...settings } as never);
    return { question, typed: { ...typed, text: textOf(question) }, ...answer };
  }),
);

/** The values of all answers, as a program sends them. */
export const EVERY_VALUE: Record<string, unknown> = Object.fromEntries(
  EVERY_KIND.flatMap(({ question, value }) => (value === undefined ? [] : [[question.key, value]])),
);

/** A published call with these questions; returns its slug. */
export const makeCallWith = async (questions: readonly Question[]): Promise<string> =>
  (await makeCallAsking({ questions: [...questions] })).slug;

/** A draft in such a call in which every question is answered, with a file where its answer is one. */
export async function makeDraftOfEveryKind(call: string) {
  const draft = await makeDraft({
    call,
    sections: {
      ...Object.fromEntries(EVERY_KIND.map(({ question, typed }) => [question.key, typed])),
      about: { attribution: 'organisation', affiliation: 'Institute of every kind', email: 'office@example.org' },
    },
  });
  for (const { question } of EVERY_KIND) {
    if (question.kind === 'proposals') {
      const target = { kind: 'new' as const, name: `Accord of ${question.key}` };
      const begun = await beginProposal({ contributionId: draft.id, step: question.key, target });
      if (!begun.ok) throw new Error(`not begun: ${JSON.stringify(begun)}`);
    }
    if (question.kind === 'file') {
      const file = {
        contributionId: draft.id,
        questionKey: question.key,
        name: `${question.key}.pdf`,
        bytes: makePdf(),
      };
      const added = await addFile(file);
      if (!added.ok) throw new Error(`not added: ${JSON.stringify(added)}`);
    }
  }
  return draft;
}

/** The sections of a draft in their order, as the form reads them. */
export async function partsOfDraft(contributionId: string): Promise<DraftPart[]> {
  const draft = await readDraft(contributionId, 'en');
  if (!draft) throw new Error('no draft');
  const stored = [...draft.sections].map(([key, { data }]) => ({ place: placeOf(key), data }));
  return [...draft.questionnaire.questions, null].flatMap((question) =>
    stored
      .filter(({ place }) => place.step === (question?.key ?? 'about'))
      .map(({ place, data }): DraftPart => {
        if (!question) return { ...place, section: { kind: 'about' }, data };
        if (place.position !== undefined)
          return { ...place, section: { kind: 'proposal', base: {}, criteria: [] }, data };
        return { ...place, section: { kind: question.kind, question }, data };
      }),
  );
}

/** Sends a draft as its check page does; returns the reference. */
export async function sendDraft(contributionId: string, callSlug: string): Promise<string> {
  const input = { ...assemble(await partsOfDraft(contributionId)), consent: true };
  const sent = await submitContribution({ callSlug, draftId: contributionId, input });
  if (!sent.ok) throw new Error(`not sent: ${JSON.stringify(sent)}`);
  return sent.reference;
}
