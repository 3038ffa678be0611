import type { ReactNode } from 'react';
import { z } from 'zod';
import type { Typed } from '@/app/ui/action-state';
import { fieldName, readValue } from '@/app/desk/contributions/[reference]/decision/decision-fields';
import { fieldOf } from '@/lib/agreements/facts/registry';
import { readTypedValue } from '@/lib/agreements/facts/typed';
import type { FieldText } from '@/lib/agreements/facts/typed';
import { NONE_AND_VALUE } from '@/lib/agreements/schema';
import { isSameJson } from '@/lib/platform/json';
import { isNewRow } from '@/lib/questions/proposal-changes';
import type { Issue } from '@/lib/platform/errors';

export type ProposableCell = {
  key: string;
  title: string;
  content: { value: unknown; note: string | null; source: string | null } | null;
  /** The present value, as readers see it. */
  shown: ReactNode;
  chosen: boolean;
};

/** The box that marks a cell to be changed. */
export const chosenName = (key: string) => `cell.${key}`;

/** The cells to be changed, in the order of the form. */
const chosenCells = (typed: Typed) =>
  Object.keys(typed)
    .filter((name) => name.startsWith('cell.'))
    .map((name) => name.slice('cell.'.length));

/** Parses the form into a proposal for lib/review. A cell without its own source gets the common one. */
export function readProposal(typed: Typed) {
  const { kind, agreement, baseVersion, comment, submissionKey } = typed;
  const changes = chosenCells(typed).map((cell) => {
    const part = (name: string) => typed[fieldName(cell, name)] ?? '';
    // The field begins with the present note: emptying it removes the note. A new agreement has no note yet.
    const note = part('note').trim() || (kind === 'update' ? '' : undefined);
    return {
      cell: isNewRow(cell) ? (fieldOf(cell) ?? cell) : cell,
      value: part('clear') === '' ? readValue(cell, part) : noneOf(cell, part),
      note,
      source: part('source').trim() || (typed.source ?? ''),
      asOf: part('asOf').trim() || undefined,
    };
  });
  return { kind, ...(kind === 'update' && { agreement, baseVersion }), comment, submissionKey, changes };
}

/**
 * No value, unless one was typed as well: then the schema asks which of the two is meant. The box holds what the fields
 * began with.
 */
function noneOf(cell: string, part: FieldText): null | typeof NONE_AND_VALUE {
  const present = PRESENT.safeParse(part('clear')).data ?? {};
  const typed = readTypedValue(cell, (name) => part(name).replaceAll('\r\n', '\n'));
  const began = readTypedValue(cell, (name) => present[name] ?? '');
  return typed === undefined || isSameJson(typed, began) ? null : NONE_AND_VALUE;
}

const PRESENT = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'invalid' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));

/** A fault, and the field it is in. */
export type CellFault = { cell: string; part: string; code: string };

/** Maps each issue (`changes.3.source`) to its cell and field; other issues concern the whole form. */
export function cellFaultsOf(issues: readonly Issue[], typed: Typed): CellFault[] {
  const cells = chosenCells(typed);
  return issues.flatMap(({ path, code }) => {
    const [list, index, part = 'value'] = path.split('.');
    const cell = list === 'changes' ? cells[Number(index)] : undefined;
    return cell === undefined ? [] : [{ cell, part: part === 'cell' ? 'value' : part, code }];
  });
}
