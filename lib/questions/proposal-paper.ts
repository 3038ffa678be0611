import type { BlankContext } from './kind';
import { captioned, EMPTY, emptyRows, piece } from './paper';
import type { Block, PaperTable } from './paper';

/** Tables for updates, for a new agreement, and for each set of criteria on which it can be assessed. */
export function blankProposals(context: BlankContext): Block[] {
  const { sets, agreementsAddress, words } = context;
  const noteSource = words('sharing.blank.noteSource');
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
    rows: emptyRows(6, 5),
  };
  // The newest set is the one the call asks about: it comes first, as in the form.
  const criteria = sets.toReversed().flatMap((set) =>
    captioned(
      {
        kind: 'table',
        caption: words('sharing.blank.newNorms', { set: set.title }),
        heads: [words('sharing.paper.point'), words('sharing.blank.value'), noteSource],
        widths: [48, 18, 34],
        rows: set.criteria.map(({ title, help }) => [
          [piece(title), ...(help ? [piece(help, 'muted')] : [])],
          EMPTY,
          EMPTY,
        ]),
      },
      words('sharing.blank.normsHint'),
    ),
  );
  return [
    ...captioned(updates, words('sharing.blank.updateHint', { address: agreementsAddress })),
    ...captioned(newAgreement(context), words('sharing.blank.again')),
    ...criteria,
  ];
}

function newAgreement({ facts, words }: BlankContext): PaperTable {
  return {
    kind: 'table',
    caption: words('sharing.blank.newTable'),
    heads: [words('sharing.blank.fact'), words('sharing.blank.value'), words('sharing.blank.noteSource')],
    widths: [30, 40, 30],
    rows: [
      ...facts.map(({ label, hint }) => [[piece(label), ...(hint ? [piece(hint, 'muted')] : [])], EMPTY, EMPTY]),
      [[piece(words('sharing.blank.contact')), piece(words('sharing.blank.contactHint'), 'muted')], EMPTY, EMPTY],
    ],
  };
}
