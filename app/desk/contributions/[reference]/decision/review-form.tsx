'use client';

import { createContext, use, useCallback, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { ActionDispatch, ReactNode, RefObject } from 'react';
import { useSending } from '@/app/ui/use-sending';
import type { Sending } from '@/app/ui/use-sending';
import type { Typed } from '@/app/ui/action-state';
import { isOfRegister } from '@/lib/agreements/facts/registry';
import { decide, previewDecisions } from '@/app/desk/contributions/[reference]/actions';
import { readOpenChoices, storeKey, useChoicesBackup, useChoicesOnServer } from './choices-backup';
import { faultsOf, readDecisions } from './decision-form-data';
import type { Fault } from './decision-form-data';
import type { Preview, DecisionResult } from './decision-result';
import { changedFields, countChoices, fieldsOf, initialReviewState, reviewReducer } from './review-state';
import type { Choices, DecidableChange, ReviewEvent, ReviewState, StoredChoices } from './review-state';

/** `chosen` reads the changes with a choice, `ready` those without a choice and without conflict, as accepted. */
export type Intent = 'chosen' | 'ready';

type ReviewForm = {
  reference: string;
  /** All proposed changes in the order of the page, and those that can be decided. */
  changes: readonly DecidableChange[];
  undecided: readonly DecidableChange[];
  form: RefObject<HTMLFormElement | null>;
  state: ReviewState;
  choices: Choices;
  dispatch: ActionDispatch<[ReviewEvent]>;
  recording: Pick<Sending<DecisionResult>, 'state' | 'posted' | 'pending'>;
  faults: readonly Fault[];
  /** Sends the choices that are made. */
  record: () => void;
  /** Chooses Accept for what is ready and has no choice. Returns what it did, in words. */
  acceptOthers: () => string;
  previewing: Pick<Sending<Preview>, 'state' | 'pending'> & { intent: Intent; isOpen: boolean };
  /** Previews the effects of recording; without any choice, those of accepting all. */
  preview: () => void;
  closePreview: () => void;
};

const ReviewFormContext = createContext<ReviewForm | null>(null);

/** The state of the surrounding review form, and its commands. */
export function useReviewForm(): ReviewForm {
  const review = use(ReviewFormContext);
  if (!review) throw new Error('Not inside a ReviewFormProvider');
  return review;
}

type ReviewFormProviderProps = {
  reference: string;
  userId: string;
  changes: readonly DecidableChange[];
  mayDecide: boolean;
  /** The editor's unrecorded choices as the server has them: made on another machine, perhaps. */
  kept: StoredChoices | null;
  children: ReactNode;
};

/**
 * Keeps an editor's choices and texts on the review page, and sends them: for the form, its bar, the keys and the
 * questions before publishing.
 */
export function ReviewFormProvider({ reference, userId, changes, mayDecide, kept, children }: ReviewFormProviderProps) {
  const undecided = useMemo(
    () => (mayDecide ? changes.filter(({ state, key }) => state !== null && !isOfRegister(key)) : []),
    [mayDecide, changes],
  );
  const form = useRef<HTMLFormElement>(null);
  const recording = useSending(decide);
  const [state, dispatch] = useReducer(reviewReducer, recording.state.typed, initialReviewState);
  const key = storeKey(userId, reference);
  useHydratedFields({ form, key, kept, undecided, state, dispatch });
  useChoicesBackup(key, state);
  useChoicesOnServer({ reference, key, state, pending: recording.pending });

  const formData = (intent: Intent) => {
    const data = new FormData();
    const fields = undecided.map((change) => fieldsOf(change, state.entered[change.id]));
    for (const [name, text] of Object.entries(Object.assign({ reference, intent }, ...fields) as Typed))
      data.set(name, text);
    return data;
  };
  const record = () =>
    recording.send(formData('chosen'), ({ result }) => {
      const decided = result?.ok ? result : null;
      dispatch({ type: 'answered', recorded: decided?.changes ?? [], waiting: decided?.waiting != null });
    });

  const { result, typed } = recording.state;
  const faults = useMemo(
    () => (result?.ok === false ? faultsOf(result.issues ?? [], readDecisions(typed).decisions) : []),
    [result, typed],
  );
  const choices = countChoices(undecided, state);
  const acceptOthers = () => {
    const message = `Accept chosen for ${choices.ready.length}, not recorded yet.`;
    dispatch({ type: 'chosen', changes: choices.ready, outcome: 'accept', message });
    return message;
  };
  const { show, previewing, closePreview } = usePreview();
  const preview = () => {
    const intent = choices.accept + choices.amend + choices.reject > 0 ? 'chosen' : 'ready';
    show(intent, formData(intent));
  };
  const shared = { reference, changes, undecided, form, state, choices, dispatch, recording, faults };
  return (
    <ReviewFormContext value={{ ...shared, record, acceptOthers, previewing, preview, closePreview }}>
      {children}
    </ReviewFormContext>
  );
}

/** A dry run, and whether it is shown. */
function usePreview() {
  const { state, pending, send } = useSending(previewDecisions);
  const [shown, setShown] = useState<{ intent: Intent; isOpen: boolean }>({ intent: 'chosen', isOpen: false });
  const show = (intent: Intent, data: FormData) => send(data, () => setShown({ intent, isOpen: true }));
  const closePreview = useCallback(() => setShown(({ intent }) => ({ intent, isOpen: false })), []);
  return { show, previewing: { state, pending, ...shown }, closePreview };
}

type HydrationProps = Pick<ReviewForm, 'form' | 'undecided' | 'state' | 'dispatch'> & {
  key: string;
  kept: StoredChoices | null;
};

/**
 * Takes over what was entered before the page's script ran, and restores the backup. Runs before the first paint, so
 * that neither is overwritten.
 */
function useHydratedFields({ form, key, kept, undecided, state, dispatch }: HydrationProps) {
  const { hydrated } = state;
  useLayoutEffect(() => {
    if (hydrated) return;
    const typed = form.current ? (Object.fromEntries(new FormData(form.current)) as Typed) : {}; // no files in it
    dispatch({
      type: 'hydrated',
      typed: changedFields(typed, undecided, state),
      restored: form.current ? readOpenChoices({ key, kept, undecided }) : null,
    });
  }, [hydrated, form, key, kept, undecided, state, dispatch]);
}
