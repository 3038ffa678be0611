import { z } from 'zod';
import { TEXT_LIMITS } from '@/lib/agreements/constants';
import { agreementSlug } from '@/lib/agreements/schema';
import type { CodedOption } from '@/lib/questions/answer-place';
import { codeCell } from '@/lib/questions/answer-table';
import { answering, repeated } from '@/lib/questions/answering';
import type { BlankContext, Known, StoredList, QuestionKind } from '@/lib/questions/kind';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import { captioned, piece } from '@/lib/questions/paper';
import type { Block, PaperTable, Piece } from '@/lib/questions/paper';
import { byName, chosen, group, isBlank, rows, typedText } from '@/lib/questions/typed-fields';
import { line, optional, text } from '@/lib/platform/text/typed-text';

/** `notes` by the slug of their agreement; an agreement that is not chosen keeps its note, which is not sent. */
const typed = group({
  text: typedText,
  agreements: chosen,
  notes: byName(typedText),
  others: rows(group({ name: typedText, note: typedText })),
});
type Typed = z.infer<typeof typed>;

/** An agreement of the dataset by its slug, or another by its name. */
const item = (known: Known) =>
  z
    .strictObject({
      agreement: optional(agreementSlug),
      name: optional(line(TEXT_LIMITS.name)),
      note: optional(text(ANSWER_LIMITS.note)),
      ...answering(known),
    })
    .refine((value) => (value.agreement === undefined) !== (value.name === undefined), {
      error: 'agreement_or_name',
      path: ['name'],
    });
export type Signatory = z.infer<ReturnType<typeof item>>;

const list: StoredList<Signatory, z.input<ReturnType<typeof item>>> = {
  name: 'signatories',
  max: ANSWER_LIMITS.signatories,
  item,
  faults: (items) =>
    repeated(items.map(({ agreement, question }) => agreement && `${question ?? ''} ${agreement}`)).map((index) => ({
      message: 'agreement_named_twice',
      path: [index, 'agreement'],
    })),
  agreements: (items) =>
    items.flatMap(({ agreement }, index) => (agreement ? [{ slug: agreement, path: [index, 'agreement'] }] : [])),
  words: (items) => items.map(({ name }) => name),
  rows: (items, { question, revisionId, agreement: find }) => ({
    signatures: items.map(({ agreement, name, note }) => ({
      revision_id: revisionId,
      question_key: question,
      agreement_id: agreement && find(agreement).id,
      name,
      note,
    })),
  }),
  stored: ({ signatures }) =>
    signatures.map(({ questionKey, agreement, name, note }) => ({
      agreement: agreement?.slug,
      name: name ?? undefined,
      note: note ?? undefined,
      question: questionKey,
    })),
};

/** Which agreements an organisation has signed: an agreement picker and free entries. */
export const signatory: QuestionKind<Typed, Signatory[]> & { list: typeof list } = {
  settings: {},
  settingFields: [],
  typed,
  list,
  rows: { name: 'others', first: () => 'name' },
  labels: {
    agreements: (words) => words('contribute.form.signatory.agreements'),
    notes: (words, names, [slug = '']) => words('contribute.form.signatory.note', { agreement: names[slug] ?? slug }),
    others: (words, _, [at, field]) =>
      words('contribute.form.labels.row', {
        row: words('contribute.form.signatory.other', { number: Number(at) + 1 }),
        field: words(`contribute.form.signatory.${field === 'note' ? 'otherNote' : 'name'}`),
      }),
  },
  sent: (values) => [
    ...values.agreements.map((agreement) => ({ agreement, note: values.notes[agreement] })),
    ...written(values).map(({ other }) => other),
  ],
  fieldAt: ([at, field], values) => {
    const agreement = at === undefined ? undefined : values.agreements[Number(at)];
    if (agreement !== undefined) return field === 'note' ? `notes.${agreement}` : 'agreements';
    const row = written(values)[Number(at) - values.agreements.length];
    return row ? `others.${row.index}.${field === 'note' ? 'note' : 'name'}` : 'agreements';
  },
  prefill: (value = []) => ({
    agreements: value.flatMap(({ agreement }) => agreement ?? []),
    notes: Object.fromEntries(
      value.flatMap(({ agreement, note }) =>
        agreement !== undefined && note !== undefined ? [[agreement, note]] : [],
      ),
    ),
    others: value.flatMap(({ name, note = '' }) => (name === undefined ? [] : [{ name, note }])),
  }),
  shown: (value, _, { naming }) =>
    value.length === 0
      ? []
      : [
          {
            piece: 'names',
            items: value.map(({ agreement, name = '', note }) => ({
              agreement: agreement === undefined ? null : naming.agreement(agreement),
              name,
              note,
            })),
          },
        ],
  statements: (value, _, { agreement: nameOf, words }) =>
    value.flatMap(({ agreement, name = '', note }) => {
      const [entry, shown] = [agreement ?? name, agreement === undefined ? name : nameOf(agreement)];
      const place = (key: 'signatory' | 'signatoryNote') => ({
        label: words(`correspondence.difference.places.${key}`, { name: shown }),
      });
      return [
        { id: `signatory ${entry}`, place: place('signatory'), text: shown },
        { id: `note ${entry}`, place: place('signatoryNote'), text: note ?? '' },
      ];
    }),
  columns: () => [
    {
      name: '',
      title: '',
      cell: (value) => value.flatMap(({ agreement, name }) => agreement ?? name ?? []).join('; '),
    },
  ],
  entryColumns: (words) => [
    { name: 'agreement', title: words('sharing.blank.agreement'), cell: (row) => (row as Signatory).agreement },
    { name: 'name', title: words('contribute.form.signatory.name'), cell: (row) => (row as Signatory).name },
    { name: 'note', title: words('contribute.form.signatory.otherNote'), cell: (row) => (row as Signatory).note },
  ],
  blank: (_, context) => blankTables(context),
  minutes: () => [5, 10],
};

/** The free entries with content, each with its row. */
const written = ({ others }: Typed) => others.flatMap((other, index) => (isBlank(other) ? [] : [{ other, index }]));

const MIN_OTHERS = 4;

function blankTables(context: BlankContext): Block[] {
  const { annex, agreements, words, place, filled, code } = context;
  const [agreement, note] = [words('sharing.blank.agreement'), words('contribute.form.signatory.otherNote')];
  const inAnnex = annex.flatMap((slug) => agreements.filter(({ value }) => value === slug));
  const others = agreements.filter(({ value }) => !annex.includes(value));
  const listed = (caption: string, list: typeof agreements): Block[] =>
    list.length === 0
      ? []
      : captioned({
          kind: 'table',
          caption,
          heads: [words('questions.paper.code'), agreement, words('sharing.blank.signed'), note],
          widths: [11, 48, 10, 31],
          rows: list.map((one) => agreementRow(one, context)),
        });
  const free: PaperTable = {
    kind: 'table',
    caption: words('sharing.blank.otherTable'),
    heads: [words('questions.paper.code'), agreement, note],
    widths: [11, 48, 41],
    rows: Array.from({ length: Math.max(MIN_OTHERS, filled + 1) }, (_, at) => {
      const room = (field: string, kind: 'line' | 'text', label: string) => [
        place(`O${at + 1}`, { path: ['others', String(at), field], control: { kind }, label }),
      ];
      const name = room('name', 'line', agreement);
      return [codeCell(name), name, room('note', 'text', note)];
    }),
  };
  return [
    { kind: 'help', text: words('sharing.blank.signedHint', { room: `${code} / T` }) },
    ...listed(words('sharing.blank.annexTable'), inAnnex),
    ...listed(words('sharing.blank.datasetTable'), others),
    ...captioned(free),
  ];
}

function agreementRow({ value, label, code }: CodedOption, { words, place }: BlankContext): Piece[][] {
  const signed = [place(code, { path: ['agreements'], option: value, control: { kind: 'tick' }, label })];
  const note = words('contribute.form.signatory.note', { agreement: label });
  return [
    codeCell(signed),
    [piece(label)],
    signed,
    [place(code, { path: ['notes', value], control: { kind: 'text' }, label: note })],
  ];
}
