import type { Typed } from '@/app/ui/action-state';
import type { MergeState } from '@/lib/review/merge';
import { fieldName, initialFields, isInputPart } from './decision-fields';
import type { Content } from './decision-fields';

/** What the form needs of a proposed change. */
export type DecidableChange = {
  id: string;
  key: string;
  title: string;
  /** Null where nothing can be decided any more. */
  state: MergeState | null;
  currentVersion: number;
  current: Content | null;
  proposed: Content;
};

export type Outcome = '' | 'accept' | 'amend' | 'reject';

/** What an editor has entered for one change, by the part of the field's name. A part that is absent is as the page came. */
export type Entered = Readonly<Record<string, string>>;

/**
 * What an editor has chosen and not recorded yet, in the browser's own store: over leaving, reload and the way to the next one.
 * The form's state is the truth while the page is open; this is for the time in between.
 */
export type StoredChoices = { at: string; cells: Record<string, Entered> };

export type ReviewState = {
  entered: Readonly<Record<string, Entered>>;
  selected: readonly string[];
  /** Recorded from this page since it was opened: these were not decided by another editor. */
  recorded: readonly string[];
  /** What was brought back when the page came, until something is recorded or forgotten. */
  restored: StoredChoices | null;
  /** What the last command on a selection did. */
  message: string;
  /** The answer to the last sending has been followed by a new choice. */
  answerRead: boolean;
  /** The page's script runs: choices are counted and backed up from here on. */
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

/** The state that the server draws the form from: what came back with a form that was posted without a script. */
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
        // What waits for a second editor is not decided: its choices stay.
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

/** The fields of a form that differ from what they were drawn with: filled in before the page's script ran. */
export function changedFields(typed: Typed, changes: readonly DecidableChange[], { entered, selected }: ReviewState) {
  const drawn = Object.assign({}, ...changes.map((change) => fieldsOf(change, entered[change.id]))) as Typed;
  const isNew = (name: string, text: string) =>
    name.endsWith('.selected')
      ? !selected.some((change) => name === fieldName(change, 'selected'))
      : drawn[name] !== text;
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => isNew(name, text)));
}

/** All fields of a change as they are sent, by name. */
export function fieldsOf(change: DecidableChange, entered: Entered | undefined): Typed {
  const { id, key, state, currentVersion } = change;
  const fixed = { key, state: state ?? '', seen: String(currentVersion) };
  const parts = { ...initialFields(change), ...entered, ...fixed };
  return Object.fromEntries(Object.entries(parts).map(([part, text]) => [fieldName(id, part), text]));
}

/** How many are chosen, which are selected, and how many are without a choice and free of conflict. */
export type Choices = { accept: number; amend: number; reject: number; selected: string[]; ready: number };

export function countChoices(undecided: readonly DecidableChange[], { entered, selected }: ReviewState): Choices {
  const count = (outcome: Outcome) => undecided.filter(({ id }) => entered[id]?.outcome === outcome).length;
  const ready = undecided.filter(({ id, state }) => state !== 'conflict' && !hasChoice(entered[id]));
  return {
    accept: count('accept'),
    amend: count('amend'),
    reject: count('reject'),
    selected: undecided.map(({ id }) => id).filter((id) => selected.includes(id)),
    ready: ready.length,
  };
}

/** Whether there is a choice, or a reason for one to come: then "accept the others" leaves it, and it is backed up. */
export const hasChoice = (entered: Entered | undefined) =>
  Boolean(entered?.outcome) || (entered?.reason?.trim() ?? '') !== '';

/** The texts that were entered for a change, for where it has no fields any more. */
export const textsIn = ({ outcome, ...parts }: Entered): string[] =>
  Object.entries(parts).flatMap(([part, text]) =>
    text.trim() !== '' && (part === 'reason' || outcome === 'amend') ? [text] : [],
  );
