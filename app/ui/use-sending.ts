'use client';

import { useActionState, useEffect, useState, useTransition } from 'react';
import { unstable_rethrow } from 'next/navigation';
import { initialState } from './action-state';
import type { ActionState, FormAction } from './action-state';

export type Sending<Output extends object> = {
  /** The result of the form; the initial state before. */
  state: ActionState<Output>;
  /** For the form's `action`: without a script, it is posted there. */
  posted: (form: FormData) => void;
  /** Whether this page's script has sent it; otherwise the state came with the page. */
  scripted: boolean;
  pending: boolean;
  /** Sends the form and passes on the result. Does nothing while the form is already being sent. */
  send: (form: FormData, then?: (state: ActionState<Output>) => void) => void;
};

/**
 * Sends a form to its server action and keeps its fields unchanged on any result, even without a connection. Without a
 * script the form is posted, to `address` if that differs from the page's, and the state comes with the page.
 */
export function useSending<Output extends object>(
  action: FormAction<Output>,
  address?: string,
  /** A result that came with the page by another form. */ came: ActionState<Output> = initialState,
): Sending<Output> {
  const [noScriptState, posted] = useActionState<ActionState<Output>, FormData>(action, came, address);
  const [sent, setSent] = useState<ActionState<Output> | null>(null);
  const [pending, start] = useTransition();
  useEffect(() => {
    if (!pending) return;
    underWay += 1;
    return () => {
      underWay -= 1;
    };
  }, [pending]);
  const send: Sending<Output>['send'] = (form, then) => {
    if (pending) return;
    start(async () => {
      const state = await sendOrFail(action, form);
      // After an await, a transition has to be started again.
      start(() => {
        setSent(state);
        then?.(state);
      });
    });
  };
  return { state: sent ?? noScriptState, scripted: sent !== null, posted, pending, send };
}

let underWay = 0;

/** Whether a form of this page is being sent: a change that arrives meanwhile may be caused by that form. */
export const isSending = () => underWay > 0;

async function sendOrFail<Output extends object>(
  action: FormAction<Output>,
  form: FormData,
): Promise<ActionState<Output>> {
  try {
    return await action(initialState, form);
  } catch (error) {
    // A redirect is an exception too, and Next must get it.
    unstable_rethrow(error);
    return { result: { ok: false, reason: 'unavailable' }, typed: {} };
  }
}
