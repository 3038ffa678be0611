import { NONE_AND_VALUE } from '@/lib/agreements/schema';
import { cellName } from '@/lib/agreements/facts/cell-name';
import { PARTIES_PARTS } from '@/lib/agreements/facts/fact';
import { fieldOf, FACTS, isPartiesField, PARTIES_FIELDS } from '@/lib/agreements/facts/registry';
import type { PartiesField } from '@/lib/agreements/facts/registry';
import type { FieldLabels } from './kind';
import type { Path } from './value-kind';
import { changesOf, keyedChangesOf, typedFrom } from './proposal-changes';
import type { BaseCells, SentProposal } from './proposal-changes';
import { typedProposal } from './typed-proposal';
import type { ProposalValues } from './typed-proposal';

/** The base of a proposal: the cells of its agreement at that time, and the criteria that can be assessed. */
export type ProposalBase = { base: BaseCells; criteria: readonly string[] };

/** A typed proposal as it is sent, valid or not. */
export function sentProposal(values: ProposalValues, { base, criteria }: ProposalBase) {
  const { kind, agreement, baseVersion, comment } = values;
  const changes = changesOf(values, base, criteria).map(({ contradictory, ...change }) =>
    contradictory ? { ...change, value: NONE_AND_VALUE } : change,
  );
  return kind === 'update' ? { kind, agreement, baseVersion, comment, changes } : { kind, comment, changes };
}

/** A sent proposal in the fields of the form: the inverse of `sentProposal`. */
export function typedFromProposal({ kind, agreement, baseVersion, comment, changes }: SentProposal): ProposalValues {
  const typed = changes.map((change) => ({ ...change, typed: typedFrom(change.cell, change.value) }));
  const cells = typed.map(
    ({ cell, value: sent, typed: value, note = '', source = '', asOf = '' }) =>
      [
        cell,
        {
          ...(typeof value === 'string' ? { value } : 'parts' in value ? value : {}),
          ...(sent === null && { clear: true, whole: false }),
          ...{ note, source, asOf },
        },
      ] as const,
  );
  const ofParties = typed.flatMap(({ cell, typed: value }) =>
    typeof value === 'string' || 'parts' in value ? [] : [[cell, value] as const],
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

/** The form field for a path in the sent proposal. */
export function proposalFieldAt([field, at, part, inner]: Path, values: ProposalValues, against: ProposalBase): string {
  if (field === 'agreement') return 'cells';
  if (field !== 'changes') return String(field ?? 'cells');
  const change = keyedChangesOf(values, against.base, against.criteria)[Number(at)];
  if (at === undefined || change === undefined) return values.kind === 'new' ? 'cells.name.value' : 'cells';
  const { cell, key } = change;
  if (part === 'note' || part === 'source' || part === 'asOf') return `cells.${key}.${part}`;
  const record = recordOf(cell);
  if (record !== null) return `cells.${key}.parts.${inner ?? Object.keys(record)[0] ?? ''}`;
  return isPartiesField(cell) ? `${cell}.${inner ?? PARTIES_PARTS[0]}` : `cells.${key}.value`;
}

/** The parts of a cell that holds a record; null for any other. */
function recordOf(cell: string) {
  const field = fieldOf(cell);
  const value = field === null ? undefined : FACTS[field].value;
  return value?.kind === 'record' ? value.parts : null;
}

/** The value is the main part of a cell, so only the parts beside it get a label. */
export const proposalLabels: FieldLabels = {
  cells: (words, names, [cell = '', part]) => {
    const references = { agreements: names, criteria: names };
    const name = cell === '' ? words('contribute.form.proposal.proposed') : cellName(names, cell, references);
    return part === 'note' || part === 'source' || part === 'asOf'
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
