import type { DraftPart, LocatedIssue } from './assembly';
import { holdsText } from './holds-text';
import { ABOUT_STEP, CHECK_STEP } from './steps';

/**
 * How far a step is. `optional` and `needed` hold nothing; `in_progress` lacks something that is needed; `errors` holds
 * something that would be refused; `complete` is sent as it is. `ready` and `not_ready` are states of the last step.
 */
export type StepState =
  'optional' | 'needed' | 'in_progress' | 'complete' | 'errors' | 'not_asked' | 'ready' | 'not_ready';

/** What the state of a step depends on. `issues` are all that would keep the draft from being sent. */
export type DraftState = {
  asked: ReadonlySet<string>;
  parts: readonly DraftPart[];
  files: readonly { questionKey: string }[];
  issues: readonly LocatedIssue[];
};

/** Faults that ask for something more. All others say that what was entered would be refused. */
const LACKING = new Set([
  'required',
  'attribution_needed',
  'name_required',
  'file_required',
  'nothing_proposed',
  'clear_reason_required',
  'source_required',
  'shown_but_missing',
  'other_needs_words',
  'too_few',
]);

/** How far a step of a draft is: the one answer for the list of steps, the start page and the check page. */
export function stepState(step: string, draft: DraftState): StepState {
  if (step === CHECK_STEP) return draft.issues.length === 0 ? 'ready' : 'not_ready';
  if (step !== ABOUT_STEP && !draft.asked.has(step)) return 'not_asked';
  return stateOf(
    draft.issues.filter((issue) => issue.step === step),
    isFilledIn(draft, step),
  );
}

/** How far one proposal of a step is; it holds at least what it is about. */
export function proposalState(step: string, position: number, { issues }: Pick<DraftState, 'issues'>): StepState {
  return stateOf(
    issues.filter((issue) => issue.step === step && issue.position === position),
    true,
  );
}

function stateOf(issues: readonly LocatedIssue[], filledIn: boolean): StepState {
  if (issues.some(({ message }) => !isLacking(message))) return 'errors';
  if (issues.length > 0) return filledIn ? 'in_progress' : 'needed';
  return filledIn ? 'complete' : 'optional';
}

/** A code can be followed by its limit: `too_few:2`. */
const isLacking = (message: string): boolean => LACKING.has(message.split(':')[0] ?? '');

/** Whether a step holds anything typed, ticked or attached: one that was only viewed does not. */
export const isFilledIn = ({ files, parts }: Pick<DraftState, 'files' | 'parts'>, step: string): boolean =>
  files.some(({ questionKey }) => questionKey === step) ||
  parts.some((part) => part.step === step && part.data !== undefined && holdsText(entered(part)));

/** The page chooses the language of an author before they have entered anything. */
function entered({ section, data }: DraftPart): unknown {
  if (section.kind !== 'about' || typeof data !== 'object' || data === null) return data;
  return { ...data, language: undefined };
}
