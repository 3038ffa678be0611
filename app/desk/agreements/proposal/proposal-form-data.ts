import type { ReactNode } from 'react';
import type { Typed } from '@/app/ui/action-state';
import { fieldName, readValue } from '@/app/desk/contributions/[reference]/decision/decision-fields';
import type { Issue } from '@/lib/platform/errors';

export type ProposableCell = {
  key: string;
  title: string;
  content: { value: unknown; note: string | null; source: string | null } | null;
  /** What stands, as readers see it. */
  shown: ReactNode;
  chosen: boolean;
};

/** The box that says a cell is to be changed. */
export const chosenName = (key: string) => `cell.${key}`;

/** The cells that are to be changed, in the order of the form. */
const chosenCells = (typed: Typed) =>
  Object.keys(typed)
    .filter((name) => name.startsWith('cell.'))
    .map((name) => name.slice('cell.'.length));

/** Reads the proposing form into a proposal as lib/review parses it. A cell without a source of its own has the one for all. */
export function readProposal(typed: Typed) {
  const { kind, agreement, baseVersion, comment, submissionKey } = typed;
  const changes = chosenCells(typed).map((cell) => {
    const part = (name: string) => typed[fieldName(cell, name)] ?? '';
    // The field begins with the note that stands: emptied, it says that the note goes. Of a new agreement none stands.
    const note = part('note').trim() || (kind === 'update' ? '' : undefined);
    return { cell, value: readValue(cell, part), note, source: part('source').trim() || (typed.source ?? '') };
  });
  return { kind, ...(kind === 'update' && { agreement, baseVersion }), comment, submissionKey, changes };
}

/** What is wrong in a field, and in which. */
export type CellFault = { cell: string; part: string; code: string };

/** Says of each issue (`changes.3.source`) which cell and which of its fields it is about; others are about the form as a whole. */
export function cellFaultsOf(issues: readonly Issue[], typed: Typed): CellFault[] {
  const cells = chosenCells(typed);
  return issues.flatMap(({ path, code }) => {
    const [list, index, part = 'value'] = path.split('.');
    const cell = list === 'changes' ? cells[Number(index)] : undefined;
    return cell === undefined ? [] : [{ cell, part: part === 'cell' ? 'value' : part, code }];
  });
}
