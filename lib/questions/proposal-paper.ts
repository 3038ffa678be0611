import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { ASKED_FIELDS } from '@/lib/agreements/facts/registry';
import type { Entry, PlaceOption } from './answer-place';
import { twoDigits } from './answer-places';
import { answerTable, codeCell } from './answer-table';
import { choicesOfPoints, factRows, pointOptions } from './fact-rows';
import type { FactRow } from './fact-rows';
import type { BlankContext, BlankEntry, BlankTables } from './kind';
import { captioned, EMPTY, piece } from './paper';
import type { Block, PaperTable, Piece } from './paper';

const MIN_UPDATES = 3;
const UPDATE_ROWS = 4;

/** What the call of 2020 asks of a new agreement, and where it is found; all else may be left to the forum. */
const MAIN_FACTS: readonly string[] = ['name', 'launchDate', 'stakeholders', 'signatories', 'maintainer', 'link'];

/** Where the tables of the question are, and that words will do. */
export function blankProposals({ words, code }: BlankContext): Block[] {
  return [
    { kind: 'help', text: words('sharing.blank.tablesBehind', { room: `${code} / T` }) },
    { kind: 'help', text: words('sharing.blank.linesAndNotes') },
  ];
}

/** The proposals of a draft, then tables for updates, and for a new agreement with each set of criteria. */
export function proposalTables(context: BlankContext): BlankTables[] {
  const { words, entries } = context;
  const updates = Array.from({ length: MIN_UPDATES }, (_, at): Entry => ({ kind: 'update', number: at + 1 }));
  const fresh: BlankEntry = {
    kind: 'new',
    number: 1,
    title: words('sharing.blank.newTable'),
    rows: [],
    today: new Map(),
  };
  return [
    ...entries.map((entry) => ({ id: codeOf(entry), title: entry.title, blocks: wholeEntry(entry, context) })),
    {
      id: 'updates',
      title: words('sharing.blank.updates'),
      blocks: [...updateHelp(context), ...updates.flatMap((entry) => openUpdate(entry, context))],
    },
    { id: 'new', title: fresh.title, blocks: wholeEntry(fresh, context) },
  ];
}

/** How updates are written, and what can be chosen for points that have choices. */
function updateHelp(context: BlankContext): Block[] {
  const { words, agreementsAddress } = context;
  const hint = [
    words('sharing.blank.updateHint'),
    ...(agreementsAddress ? [words('sharing.blank.currentValues', { address: agreementsAddress })] : []),
  ];
  const offered = choicesOfPoints(context).map(({ label, choices }) => [
    piece(words('sharing.blank.pointChoices', { point: label, choices: choices.map((one) => one.label).join('; ') })),
  ]);
  return [
    { kind: 'help', text: hint.join(' ') },
    {
      kind: 'list',
      label: words('sharing.blank.choices'),
      items: [
        ...offered,
        [
          piece(
            words('sharing.blank.criterionChoices', {
              choices: assessments(words)
                .map(({ label }) => label)
                .join('; '),
            }),
          ),
        ],
      ],
    },
  ];
}

const assessments = (words: BlankContext['words']): PlaceOption[] =>
  ASSESSMENT_VALUES.filter((value) => value !== 'not_assessed').map((value) => ({
    value,
    label: words(`common.values.${value}`),
  }));

const codeOf = ({ kind, number, position }: Entry) =>
  position === undefined ? `${kind === 'update' ? 'U' : 'N'}${number}` : `P${position}`;

/** On paper it has the name of what is asked; the form says for whom it is. */
const commentRow = (entry: Entry, { words, place }: BlankContext) => ({
  label: words('sharing.blank.contact'),
  hints: [words('sharing.blank.contactHint')],
  answer: [
    place(`${codeOf(entry)}.C`, {
      path: ['comment'],
      entry,
      control: { kind: 'text' },
      label: words('contribute.form.proposal.comment'),
    }),
  ],
});

/** An update of an agreement that is named in the file: each row names the point that it changes. */
function openUpdate(entry: Entry, context: BlankContext): Block[] {
  const { words, place, agreements } = context;
  const named = words('sharing.blank.agreement');
  const points = pointOptions(context);
  const code = codeOf(entry);
  const rows = Array.from({ length: UPDATE_ROWS }, (_, at) => {
    const room = (field: string, label: string, control: { kind: 'text' } | { kind: 'one'; options: PlaceOption[] }) =>
      place(`${code}.${at + 1}`, { path: ['changes', String(at), field], entry, control, label });
    const point = [room('cell', words('sharing.paper.point'), { kind: 'one', options: points })];
    return [
      codeCell(point),
      point,
      [room('value', words('sharing.blank.should'), { kind: 'text' })],
      noteAndSource((field, label) => room(field, label, { kind: 'text' }), context),
    ];
  });
  const head = {
    label: named,
    answer: [
      place(code, { path: ['agreement'], entry, control: { kind: 'one' as const, options: agreements }, label: named }),
    ],
  };
  const title = words('sharing.blank.updateNumber', { number: entry.number });
  return [
    ...captioned(answerTable([head, commentRow(entry, context)], words, title)),
    {
      kind: 'table',
      caption: words('sharing.blank.updateTable'),
      heads: [
        words('questions.paper.code'),
        words('sharing.paper.point'),
        words('sharing.blank.should'),
        words('sharing.blank.noteSource'),
      ],
      widths: [11, 25, 34, 30],
      rows,
    },
  ];
}

/**
 * A proposal with a row for every fact and criterion, in the order of use: of a new agreement first what the call asks
 * for, of an update what the dataset says today. The codes keep the order of the dataset.
 */
function wholeEntry(entry: BlankEntry, context: BlankContext): Block[] {
  const { sets, words } = context;
  const facts = ASKED_FIELDS.flatMap((field, at) =>
    factRows(field, entry, context, `${codeOf(entry)}.F${twoDigits(at + 1)}`),
  );
  const isFirst = ({ cell }: FactRow) => (entry.kind === 'new' ? MAIN_FACTS.includes(cell) : entry.today.has(cell));
  const [first, further] = [facts.filter(isFirst), facts.filter((row) => !isFirst(row))];
  // The newest set is the one the call asks about: it comes first, as in the form.
  const [newest, ...older] = sets.toReversed();
  const isUpdate = entry.kind === 'update';
  return [
    answerTable([commentRow(entry, context)], words, entry.title),
    ...(isUpdate
      ? [{ kind: 'help' as const, text: words('sharing.blank.onlyWhatChanges'), withNext: true as const }]
      : []),
    ...(first.length > 0 ? [cellTable(entry.title, first, entry, context)] : []),
    ...(newest ? criteriaTable(newest, entry, context) : []),
    ...captioned(
      cellTable(words(isUpdate ? 'sharing.blank.nothingYet' : 'sharing.blank.further'), further, entry, context),
      words('sharing.blank.furtherHint'),
    ),
    ...older.flatMap((set) => criteriaTable(set, entry, context)),
    ...sourcesOf(entry, context),
  ];
}

const criteriaTable = (set: BlankContext['sets'][number], entry: BlankEntry, context: BlankContext): Block[] =>
  captioned(
    cellTable(
      entry.kind === 'new' ? context.words('sharing.blank.newNorms', { set: set.title }) : set.title,
      set.criteria.map((criterion) => criterionRow(criterion, entry, context)),
      entry,
      context,
    ),
    context.words('sharing.blank.normsHint'),
  );

/** Each source of today's values once, instead of beside every value. */
const sourcesOf = ({ sources = [] }: BlankEntry, { words }: BlankContext): Block[] =>
  sources.length === 0
    ? []
    : [
        {
          kind: 'list',
          label: words('sharing.blank.todaySources'),
          items: sources.map((source) => [piece(words('sharing.paper.source', { source }))]),
        },
      ];

/** What to look for is said once, in the list of norms and elements. */
function criterionRow(
  { key, title, code }: BlankContext['sets'][number]['criteria'][number],
  entry: Entry,
  { words, place }: BlankContext,
): FactRow {
  const control = { kind: 'one' as const, options: assessments(words) };
  const row = `${codeOf(entry)}.${code}`;
  return {
    cell: key,
    row,
    label: title,
    hints: [],
    answer: [place(row, { path: ['cells', key, 'value'], entry, control, label: title })],
    isFirst: true,
  };
}

function cellTable(caption: string, rows: readonly FactRow[], entry: BlankEntry, context: BlankContext): PaperTable {
  const { words, place } = context;
  const isUpdate = entry.kind === 'update';
  return {
    kind: 'table',
    caption,
    // The number of columns says which cell is which where a program has dropped all names: it stays.
    heads: [
      words('questions.paper.code'),
      words('sharing.paper.point'),
      ...(isUpdate ? [words('sharing.paper.today')] : []),
      words(isUpdate ? 'sharing.blank.should' : 'sharing.blank.value'),
      words('sharing.blank.noteSource'),
    ],
    widths: isUpdate ? [11, 20, 27, 21, 21] : [12, 34, 27, 27],
    rows: rows.map(({ cell, row, label, hints, answer, isFirst }) => [
      codeCell(answer),
      [piece(label), ...hints.map((hint) => piece(hint, 'muted'))],
      ...(isUpdate ? [(isFirst && entry.today.get(cell)) || EMPTY] : []),
      answer,
      isFirst
        ? noteAndSource(
            (field, named) =>
              place(row, { path: ['cells', cell, field], entry, control: { kind: 'text' }, label: named }),
            context,
          )
        : EMPTY,
    ]),
  };
}

const noteAndSource = (room: (field: string, label: string) => Piece, { words }: BlankContext): Piece[] =>
  (['note', 'source'] as const).flatMap((field) => {
    const label = words(`contribute.form.proposal.${field}`);
    return [piece(label, 'muted'), room(field, label)];
  });
