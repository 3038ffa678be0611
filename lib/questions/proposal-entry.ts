import { z } from 'zod';
import { PARTIES_PARTS } from '@/lib/agreements/facts/fact';
import { isPartiesField, PARTIES_FIELDS } from '@/lib/agreements/facts/registry';
import type { PartiesField } from '@/lib/agreements/facts/registry';
import type { FieldLabels, Path } from './kind';
import type { SentProposal } from '@/lib/questions/kinds/proposals';
import { changesOf, typedFrom } from './proposal-changes';
import type { BaseCells } from './proposal-changes';
import { byName, chosen, group, ticked, typedText, version } from './typed-fields';

/** `whole`: the parts began as a stored value, so that one which is emptied is meant to go. */
const parties = group({
  whole: ticked,
  count: typedText,
  unit: typedText,
  asOf: typedText,
  list: typedText,
  link: typedText,
});
export type PartiesValues = z.infer<typeof parties>;
const partiesByField = Object.fromEntries(PARTIES_FIELDS.map((field) => [field, parties])) as Record<
  PartiesField,
  typeof parties
>; // one for each

/** One proposal while it is typed, on a page of its own. */
export const typedProposal = group({
  kind: z.unknown().transform((value) => (value === 'update' ? 'update' : 'new')),
  /** Update only: the agreement, and its version when the proposal was begun. */
  agreement: typedText,
  baseVersion: version,
  comment: typedText,
  cells: byName(group({ value: typedText, note: typedText, source: typedText })),
  ...partiesByField,
  /** New only: what it looks like and is not, by its author's word: slugs, and sections of the same draft. */
  distinct: chosen,
});
export type ProposalValues = z.infer<typeof typedProposal>;

/** What a proposal is written against: the cells of its agreement then, and the criteria that can be assessed. */
export type ProposalBase = { base: BaseCells; criteria: readonly string[] };

/** A typed proposal as it is sent, valid or not. */
export function sentProposal(values: ProposalValues, { base, criteria }: ProposalBase) {
  const { kind, agreement, baseVersion, comment } = values;
  const changes = changesOf(values, base, criteria);
  return kind === 'update' ? { kind, agreement, baseVersion, comment, changes } : { kind, comment, changes };
}

/** What was sent, as the form's fields have it: the inverse of `sentProposal`. */
export function typedFromProposal({ kind, agreement, baseVersion, comment, changes }: SentProposal): ProposalValues {
  const typed = changes.map((change) => ({ ...change, typed: typedFrom(change.cell, change.value) }));
  const cells = typed.map(
    ({ cell, typed: value, note = '', source = '' }) =>
      [cell, { value: typeof value === 'string' ? value : '', note, source }] as const,
  );
  const ofParties = typed.flatMap(({ cell, typed: value }) =>
    typeof value === 'string' ? [] : [[cell, value] as const],
  );
  return typedProposal.parse({
    kind,
    agreement,
    baseVersion,
    comment,
    cells: Object.fromEntries(cells),
    ...Object.fromEntries(ofParties),
  });
}

/** The field that holds a place of a proposal as it is sent. */
export function proposalFieldAt([field, at, part, inner]: Path, values: ProposalValues, against: ProposalBase): string {
  if (field === 'agreement') return 'cells';
  if (field !== 'changes') return String(field ?? 'cells');
  const cell = sentProposal(values, against).changes[Number(at)]?.cell;
  if (at === undefined || cell === undefined) return values.kind === 'new' ? 'cells.name.value' : 'cells';
  if (isPartiesField(cell) && part === 'value') return `${cell}.${inner ?? PARTIES_PARTS[0]}`;
  return `cells.${cell}.${part === 'note' || part === 'source' ? part : 'value'}`;
}

/** The value is what a cell is about: only its note and source are named beside it. */
export const proposalLabels: FieldLabels = {
  cells: (words, names, [cell = '', part]) => {
    const name = cell === '' ? words('contribute.form.proposal.proposed') : (names[cell] ?? cell);
    return part === 'note' || part === 'source'
      ? words('contribute.form.labels.cell', { cell: name, part: words(`contribute.form.proposal.${part}`) })
      : name;
  },
  ...Object.fromEntries(PARTIES_FIELDS.map((field) => [field, partiesLabel(field)])),
  comment: (words) => words('contribute.form.proposal.comment'),
};

function partiesLabel(field: PartiesField): FieldLabels[string] {
  return (words, names, [name]) => {
    const part = PARTIES_PARTS.find((one) => one === name) ?? PARTIES_PARTS[0];
    return words('contribute.form.labels.cell', {
      cell: names[field] ?? field,
      part: words(`contribute.form.proposal.parties.${part}`),
    });
  };
}
