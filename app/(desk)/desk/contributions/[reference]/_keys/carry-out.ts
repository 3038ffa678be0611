import { choose, fieldOf, tick } from '@/app/(desk)/desk/contributions/[reference]/_deciding/choosing';
import type { ChosenOutcome } from '@/app/(desk)/desk/contributions/[reference]/_deciding/choosing';
import type { KeyCommand } from './review-keys';

/** Keys do what a click would do, on the page as it stands: there is no second way in which anything happens. */

const CELLS = '[data-cell]';
const NOTHING_CHOSEN = '[id$="-later"]:checked';

const titleOf = (cell: HTMLElement) =>
  document.getElementById(`title-${cell.id.slice('cell-'.length)}`)?.textContent ?? '';

/** Whether what is pressed there is text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

export const cellAround = (element: Element | null) => element?.closest<HTMLElement>(CELLS) ?? null;

/** Carries a command out, with `current` as the cell it is about. Returns what is to be said of it, if anything. */
export function carryOut(command: Exclude<KeyCommand, 'keys'>, current: HTMLElement | null): string {
  switch (command) {
    case 'next':
      return go(current, 1, () => true, 'No cell after this one.');
    case 'previous':
      return go(current, -1, () => true, 'No cell before this one.');
    case 'nextUndecided':
      return go(current, 1, (cell) => cell.querySelector(NOTHING_CHOSEN) !== null, 'No undecided cell after this one.');
    case 'nextConflict':
      return go(current, 1, (cell) => cell.dataset.cell === 'conflict', 'No conflict after this one.');
    case 'accept':
    case 'amend':
    case 'reject':
    case 'later':
      return chooseIn(current, command);
    case 'select':
      return selectIn(current);
    default:
      return press(command);
  }
}

function go(current: HTMLElement | null, step: 1 | -1, wanted: (cell: HTMLElement) => boolean, none: string): string {
  const cells = [...document.querySelectorAll<HTMLElement>(CELLS)];
  const at = current ? cells.indexOf(current) : step === 1 ? -1 : cells.length;
  const beyond = step === 1 ? cells.slice(at + 1) : cells.slice(0, Math.max(at, 0)).toReversed();
  const found = beyond.find(wanted);
  found?.focus();
  return found ? '' : none;
}

const CHOSEN: Record<ChosenOutcome, string> = {
  accept: 'Accept chosen',
  amend: 'Amend chosen',
  reject: 'Reject chosen',
  later: 'Left for later',
};

function chooseIn(current: HTMLElement | null, outcome: ChosenOutcome): string {
  if (!current) return NO_CELL;
  const change = current.id.slice('cell-'.length);
  if (!choose(change, outcome)) return `${titleOf(current)} is decided.`;
  fieldOf(change, outcome)?.focus();
  return `${CHOSEN[outcome]}: ${titleOf(current)}`;
}

function selectIn(current: HTMLElement | null): string {
  if (!current) return NO_CELL;
  const ticked = tick(current.id.slice('cell-'.length));
  if (ticked === null) return `${titleOf(current)} is decided.`;
  return `${titleOf(current)} ${ticked ? 'selected' : 'no longer selected'}.`;
}

const NO_CELL = 'Go to a cell first.';

function press(command: string): string {
  const target = document.querySelector<HTMLElement>(`[data-command="${command}"]`);
  target?.click();
  return target ? '' : 'There is nothing to do here.';
}
