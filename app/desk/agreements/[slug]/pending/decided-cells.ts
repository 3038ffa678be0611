import type { Typed } from '@/app/ui/action-state';
import type { Issue } from '@/lib/platform/errors';

/** The fields of one variant, by the id of its first change, and those of a cell, by its key. */
export const variantField = (lead: string, part: string) => `${lead}.${part}`;
export const cellField = (cell: string, part: string) => `cell:${cell}.${part}`;

type CellCommand =
  | { change: string; outcome: 'accept'; seen: number; resolve: boolean }
  | { change: string; outcome: 'reject'; reason: string };

/** `cell` is its key. */
type DecidedCell = { cell: string; command: CellCommand };

type Variant = { cell: string; changes: string[]; conflict: boolean; ready: boolean; seen: number; outcome: string };

/**
 * The form as decisions for lib/review, each with its cell. An accepted variant names all its changes, the fullest first,
 * and so does a rejected one. `ready` also accepts the cells without a choice that had one proposal and no conflict when
 * the page was rendered.
 */
export function readCommands(typed: Typed): DecidedCell[] {
  const variants = readVariants(typed);
  const accepted = new Set(variants.flatMap(({ cell, outcome }) => (outcome === 'accept' ? [cell] : [])));
  return variants.flatMap(({ cell, changes, conflict, ready, seen, outcome }): DecidedCell[] => {
    const reason = typed[cellField(cell, 'reason')] ?? '';
    const others = typed[cellField(cell, 'others')] === 'reject' && accepted.has(cell);
    const isLeft = outcome === '' && reason.trim() === '';
    if (outcome === 'accept' || (typed.intent === 'ready' && ready && isLeft))
      return changes.map((change) => ({
        cell,
        command: { change, outcome: 'accept', seen, resolve: conflict },
      }));
    if (outcome === 'reject' || (outcome === '' && others))
      return changes.map((change) => ({ cell, command: { change, outcome: 'reject', reason } }));
    return [];
  });
}

function readVariants(typed: Typed): Variant[] {
  return Object.keys(typed)
    .filter((name) => name.endsWith('.changes'))
    .map((name) => {
      const part = (of: string) => typed[variantField(name.slice(0, -'.changes'.length), of)] ?? '';
      return {
        cell: part('cell'),
        changes: part('changes').split(' ').filter(Boolean),
        conflict: part('conflict') === 'yes',
        ready: part('ready') === 'yes',
        seen: Number(part('seen')),
        outcome: part('outcome'),
      };
    });
}

/** How many cells have a choice, and how many others are ready. */
export function countCells(typed: Typed): { chosen: number; ready: number } {
  const cellsOf = (intent: string) => new Set(readCommands({ ...typed, intent }).map(({ cell }) => cell)).size;
  const chosen = cellsOf('chosen');
  return { chosen, ready: cellsOf('ready') - chosen };
}

export type CellFault = { cell: string; part: string; code: string };

/** Each issue (`decisions.3.reason`) with its cell, once. */
export function faultsOf(issues: readonly Issue[], typed: Typed): CellFault[] {
  const commands = readCommands(typed);
  const faults = issues.flatMap(({ path, code }) => {
    const [, index, part = ''] = path.split('.');
    const cell = commands[Number(index)]?.cell;
    return cell === undefined ? [] : [{ cell, part, code }];
  });
  return faults.filter(
    (fault, at) => faults.findIndex(({ cell, code }) => cell === fault.cell && code === fault.code) === at,
  );
}
