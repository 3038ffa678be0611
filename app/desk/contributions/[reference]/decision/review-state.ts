import type { Typed } from '@/app/ui/action-state';
import type { MergeState } from '@/lib/review/merge';
import { fieldName, initialFields, isInputPart } from './decision-fields';
import type { Content } from './decision-fields';

/** The data of a proposed change that the form needs. */
export type DecidableChange = {
  id: string;
  key: string;
  title: string;
  /** Null where it can't be decided any more. */
  state: MergeState | null;
  currentVersion: number;
  current: Content | null;
  /** Several views stand on the cell, and no value. */
  disputed: boolean;
  proposed: Content;
};

export type Outcome = '' | 'accept' | 'beside' | 'dispute' | 'amend' | 'reject';

/** An editor's input for one change, by field part. An absent part is unchanged. */
export type Entered = Readonly<Record<string, string>>;

/**
 * An editor's unrecorded choices in the browser's storage: they survive leaving, reload and opening the next
 * contribution. While the page is open, the form's state counts; the copy is for the time in between.
 */
export type StoredChoices = { at: string; cells: Record<string, Entered> };

export type ReviewState = {
  entered: Readonly<Record<string, Entered>>;
  selected: readonly string[];
  /** Recorded from this page: no other editor decided these. */
  recorded: readonly string[];
  /** The choices restored when the page opened, until some are recorded or discarded. */
  restored: StoredChoices | null;
  /** The result of the last command on a selection. */
  message: string;
  /** A new choice was made after the last answer. */
  answerRead: boolean;
  /** The page's script runs: from now on choices are counted and backed up. */
  hydrated: boolean;
};

export type ReviewEvent =
  | { type: 'hydrated'; typed: Typed; restored: StoredChoices | null }
  | { type: 'entered'; change: string; parts: Entered }
  | { type: 'chosen'; changes: readonly string[]; outcome: Outcome; reason?: string; message?: string }
  | { type: 'selected'; changes: readonly string[]; on: boolean; message?: string }
  | { type: 'answered'; recorded: readonly string[]; waiting: boolean }
  | { type: 'forgotten'; changes: readonly string[] }
  | { type: 'cleared' };

/** The state for the server's rendering: the fields of a form posted without a script. */
export const initialReviewState = (typed: Typed): ReviewState => ({
  ...readTyped(typed),
  recorded: [],
  restored: null,
  message: '',
  answerRead: false,
  hydrated: false,
});

export function reviewReducer(state: ReviewState, event: ReviewEvent): ReviewState {
  switch (event.type) {
    case 'hydrated': {
      const { entered, selected } = readTyped(event.typed);
      const merged = Object.entries(entered).map(([change, parts]) => [change, { ...state.entered[change], ...parts }]);
      return {
        ...state,
        entered: { ...state.entered, ...event.restored?.cells, ...Object.fromEntries(merged) },
        selected: [...new Set([...state.selected, ...selected])],
        restored: event.restored,
        hydrated: true,
      };
    }
    case 'entered':
      return { ...state, ...EDITED, entered: withParts(state.entered, [event.change], event.parts) };
    case 'chosen': {
      const chosen = withParts(state.entered, event.changes, { outcome: event.outcome });
      const withoutReason = event.changes.filter((change) => !chosen[change]?.reason?.trim());
      const entered = event.reason ? withParts(chosen, withoutReason, { reason: event.reason }) : chosen;
      return { ...state, ...EDITED, entered, message: event.message ?? '' };
    }
    case 'selected': {
      const others = state.selected.filter((change) => !event.changes.includes(change));
      const selected = event.on ? [...others, ...event.changes] : others;
      return { ...state, ...EDITED, selected, message: event.message ?? '' };
    }
    case 'answered':
      return {
        ...state,
        recorded: [...state.recorded, ...event.recorded],
        // A change that waits for a second editor is undecided: its choices stay.
        ...(event.recorded.length > 0 && !event.waiting && withoutChanges(state, event.recorded)),
        message: '',
        answerRead: false,
      };
    case 'forgotten':
      return { ...state, ...withoutChanges(state, event.changes) };
    case 'cleared':
      return { ...state, entered: {}, selected: [], restored: null };
  }
}

const EDITED = { message: '', answerRead: true };

function withParts(entered: ReviewState['entered'], changes: readonly string[], parts: Entered) {
  return { ...entered, ...Object.fromEntries(changes.map((change) => [change, { ...entered[change], ...parts }])) };
}

function withoutChanges({ entered }: ReviewState, changes: readonly string[]) {
  const left = Object.entries(entered).filter(([change]) => !changes.includes(change));
  return { entered: Object.fromEntries(left), restored: null };
}

/** The fields of a form by change and part. */
function readTyped(typed: Typed): Pick<ReviewState, 'entered' | 'selected'> {
  const entered: Record<string, Record<string, string>> = {};
  const selected: string[] = [];
  for (const [name, text] of Object.entries(typed)) {
    const dot = name.indexOf('.');
    const [change, part] = [name.slice(0, dot), name.slice(dot + 1)];
    if (dot < 0) continue;
    if (part === 'selected') selected.push(change);
    else if (isInputPart(part)) (entered[change] ??= {})[part] = text;
  }
  return { entered, selected };
}

/** The fields that differ from their rendered values: filled in before the page's script ran. */
export function changedFields(typed: Typed, changes: readonly DecidableChange[], { entered, selected }: ReviewState) {
  const drawn = Object.assign({}, ...changes.map((change) => fieldsOf(change, entered[change.id]))) as Typed;
  const isNew = (name: string, text: string) =>
    name.endsWith('.selected')
      ? !selected.some((change) => name === fieldName(change, 'selected'))
      : drawn[name] !== text;
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => isNew(name, text)));
}

/** All fields of a change to send, by name. */
export function fieldsOf(change: DecidableChange, entered: Entered | undefined): Typed {
  const { id, key, state, currentVersion } = change;
  const fixed = { key, state: state ?? '', seen: String(currentVersion) };
  const parts = { ...initialFields(change), ...entered, ...fixed };
  return Object.fromEntries(Object.entries(parts).map(([part, text]) => [fieldName(id, part), text]));
}

/** How many are chosen, which are selected, and which have neither a choice nor a conflict. */
export type Choices = { accept: number; amend: number; reject: number; selected: string[]; ready: string[] };

export function countChoices(undecided: readonly DecidableChange[], { entered, selected }: ReviewState): Choices {
  const count = (outcome: Outcome) => undecided.filter(({ id }) => entered[id]?.outcome === outcome).length;
  const ready = undecided.filter(({ id, state }) => state !== 'conflict' && !hasChoice(entered[id]));
  return {
    accept: count('accept') + count('beside') + count('dispute'),
    amend: count('amend'),
    reject: count('reject'),
    selected: undecided.map(({ id }) => id).filter((id) => selected.includes(id)),
    ready: ready.map(({ id }) => id),
  };
}

/** Whether there is a choice, or a reason for a later one: then "accept the others" skips it, and it is backed up. */
export const hasChoice = (entered: Entered | undefined) =>
  Boolean(entered?.outcome) || (entered?.reason?.trim() ?? '') !== '';

/** The texts entered for a change, for when its fields disappear. */
export const textsIn = ({ outcome, ...parts }: Entered): string[] =>
  Object.entries(parts).flatMap(([part, text]) =>
    text.trim() !== '' && (part === 'reason' || outcome === 'amend') ? [text] : [],
  );
