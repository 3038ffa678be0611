'use client';

import { flushSync } from 'react-dom';
import { fieldName, initialFields } from '@/app/desk/contributions/[reference]/decision/decision-fields';
import { useReviewForm } from '@/app/desk/contributions/[reference]/decision/review-form';
import type { DecidableChange, Outcome } from '@/app/desk/contributions/[reference]/decision/review-state';
import type { KeyCommand } from './review-keys';

const QUEUE_LINKS = { queue: 'back-to-queue', onwards: 'next-in-queue' };

const CHOSEN: Record<Outcome, string> = {
  accept: 'Accept chosen',
  beside: 'Beside the current value chosen',
  dispute: 'Disputed chosen',
  amend: 'Amend chosen',
  reject: 'Reject chosen',
  '': 'Left for later',
};
const NO_CELL = 'Go to a cell first.';
const NOTHING = 'There is nothing to do here.';

/** Runs a command on the change `current`. Returns a message, if there is one. */
export function useReviewCommands() {
  const { changes, undecided, state, choices, dispatch, record, acceptOthers, preview } = useReviewForm();

  const go = (current: string | null, step: 1 | -1, wanted: (change: DecidableChange) => boolean, none: string) =>
    focusCell(beyond(changes, current, step).find(wanted), none);
  const isOpen = ({ id }: DecidableChange) =>
    undecided.some((change) => change.id === id) && !state.entered[id]?.outcome;

  const choose = (current: string | null, outcome: Outcome) => {
    const change = changes.find(({ id }) => id === current);
    if (!change) return NO_CELL;
    if (!undecided.includes(change)) return `${change.title} is decided.`;
    // The field of the choice must be rendered before it can get the focus.
    flushSync(() => dispatch({ type: 'chosen', changes: [change.id], outcome }));
    const field = fieldOf(change, outcome);
    if (field) document.getElementById(fieldName(change.id, field))?.focus();
    return `${CHOSEN[outcome]}: ${change.title}`;
  };
  const select = (current: string | null) => {
    const change = changes.find(({ id }) => id === current);
    if (!change) return NO_CELL;
    if (!undecided.includes(change)) return `${change.title} is decided.`;
    const on = !state.selected.includes(change.id);
    dispatch({ type: 'selected', changes: [change.id], on });
    return `${change.title} ${on ? 'selected' : 'no longer selected'}.`;
  };

  return (command: Exclude<KeyCommand, 'keys'>, current: string | null): string => {
    switch (command) {
      case 'next':
        return go(current, 1, () => true, 'No cell after this one.');
      case 'previous':
        return go(current, -1, () => true, 'No cell before this one.');
      case 'nextUndecided':
        return go(current, 1, isOpen, 'No undecided cell after this one.');
      case 'nextConflict':
        return go(current, 1, (change) => change.state === 'conflict', 'No conflict after this one.');
      case 'accept':
      case 'amend':
      case 'reject':
        return choose(current, command);
      case 'later':
        return choose(current, '');
      case 'select':
        return select(current);
      case 'record':
        return runOn(undecided, record);
      case 'others':
        return choices.ready.length === 0 ? NOTHING : acceptOthers();
      case 'preview':
        return runOn(undecided, preview);
      case 'queue':
      case 'onwards':
        return follow(QUEUE_LINKS[command]);
    }
  };
}

/** Runs a command on what is undecided, if there is any. */
function runOn(undecided: readonly DecidableChange[], run: () => void): string {
  if (undecided.length === 0) return NOTHING;
  run();
  return '';
}

/** The changes after the current one, or before it with the nearest first; all of them without a current one. */
function beyond(changes: readonly DecidableChange[], current: string | null, step: 1 | -1): DecidableChange[] {
  const at = current === null ? (step === 1 ? -1 : changes.length) : changes.findIndex(({ id }) => id === current);
  return step === 1 ? changes.slice(at + 1) : changes.slice(0, Math.max(at, 0)).toReversed();
}

function focusCell(change: DecidableChange | undefined, none: string): string {
  if (change) document.getElementById(`cell-${change.id}`)?.focus();
  return change ? '' : none;
}

/** The next field after a choice: the corrected value, or the reason. */
function fieldOf(change: DecidableChange, outcome: Outcome): string | undefined {
  if (outcome === 'reject') return 'reason';
  return outcome === 'amend'
    ? Object.keys(initialFields(change)).find((part) => part.startsWith('amended-'))
    : undefined;
}

function follow(link: string): string {
  const element = document.getElementById(link);
  element?.click();
  return element ? '' : NOTHING;
}
