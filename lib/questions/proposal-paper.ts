import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { ASKED_FIELDS } from '@/lib/agreements/facts/registry';
import type { Entry, PlaceOption } from './answer-place';
import { twoDigits } from './answer-places';
import { answerTable, codeCell } from './answer-table';
import { factRows, pointOptions } from './fact-rows';
import type { FactRow } from './fact-rows';
import type { BlankContext, BlankEntry } from './kind';
import { captioned, EMPTY, piece } from './paper';
import type { Block, PaperTable, Piece } from './paper';

const MIN_UPDATES = 3;
const UPDATE_ROWS = 4;

/** The proposals of a draft, then tables for updates, and for a new agreement with each set of criteria. */
export function blankProposals(context: BlankContext): Block[] {
  const { words, entries, agreementsAddress } = context;
  const updates = Array.from({ length: MIN_UPDATES }, (_, at): Entry => ({ kind: 'update', number: at + 1 }));
  return [
    ...entries.flatMap((entry, at) => wholeEntry(entry, context, at > 0)),
    {
      kind: 'help',
      text: [
        words('sharing.blank.updateHint'),
        ...(agreementsAddress ? [words('sharing.blank.currentValues', { address: agreementsAddress })] : []),
      ].join(' '),
    },
    ...updates.flatMap((entry) => openUpdate(entry, context)),
    ...wholeEntry(
      { kind: 'new', number: 1, title: words('sharing.blank.newTable'), rows: [], today: new Map() },
      context,
      true,
    ),
  ];
}

const codeOf = ({ kind, number, position }: Entry) =>
  position === undefined ? `${kind === 'update' ? 'U' : 'N'}${number}` : `P${position}`;

const commentRow = (entry: Entry, { words, place }: BlankContext) => {
  const label = words('contribute.form.proposal.comment');
  return {
    label,
    hints: [words('sharing.blank.contact'), words('sharing.blank.contactHint')],
    answer: [place(`${codeOf(entry)}.C`, { path: ['comment'], entry, control: { kind: 'text' }, label })],
  };
};

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
      widths: [14, 26, 30, 30],
      rows,
    },
  ];
}

/** A proposal with a row for every fact and criterion, beside what stands today where it updates an agreement. */
function wholeEntry(entry: BlankEntry, context: BlankContext, newPage: boolean): Block[] {
  const { sets, words } = context;
  const facts = ASKED_FIELDS.flatMap((field, at) =>
    factRows(field, entry, context, `${codeOf(entry)}.F${twoDigits(at + 1)}`),
  );
  return [
    { kind: 'heading', text: entry.title, ...(newPage && { newPage }) },
    answerTable([commentRow(entry, context)], words, entry.title),
    cellTable(entry.title, facts, entry, context),
    // The newest set is the one the call asks about: it comes first, as in the form.
    ...sets.toReversed().flatMap((set) =>
      captioned(
        cellTable(
          entry.kind === 'new' ? words('sharing.blank.newNorms', { set: set.title }) : set.title,
          set.criteria.map((criterion) => criterionRow(criterion, entry, context)),
          entry,
          context,
        ),
        words('sharing.blank.normsHint'),
      ),
    ),
  ];
}

function criterionRow(
  { key, title, help, code }: BlankContext['sets'][number]['criteria'][number],
  entry: Entry,
  { words, place }: BlankContext,
): FactRow {
  const options = ASSESSMENT_VALUES.filter((value) => value !== 'not_assessed').map((value) => ({
    value,
    label: words(`common.values.${value}`),
  }));
  const row = `${codeOf(entry)}.${code}`;
  return {
    cell: key,
    row,
    label: title,
    hints: help ? [help] : [],
    answer: [place(row, { path: ['cells', key, 'value'], entry, control: { kind: 'one', options }, label: title })],
    isFirst: true,
  };
}

function cellTable(caption: string, rows: readonly FactRow[], entry: BlankEntry, context: BlankContext): PaperTable {
  const { words, place } = context;
  const isUpdate = entry.kind === 'update';
  return {
    kind: 'table',
    caption,
    heads: [
      words('questions.paper.code'),
      words('sharing.paper.point'),
      ...(isUpdate ? [words('sharing.paper.today')] : []),
      words('sharing.blank.value'),
      words('sharing.blank.noteSource'),
    ],
    widths: isUpdate ? [14, 22, 20, 20, 24] : [14, 36, 22, 28],
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
