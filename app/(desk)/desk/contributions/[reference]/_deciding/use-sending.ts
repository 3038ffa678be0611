'use client';

import { useState, useTransition } from 'react';
import type { ActionState } from '@/app/_server/action-state';
import { UNSENT } from '@/app/_server/action-state';
import { decide } from '@/app/(desk)/desk/contributions/[reference]/actions';
import type { Recorded } from './recorded';

/**
 * Sends decisions without touching the fields: they keep what is in them whatever comes of it, also where nothing arrives at all.
 * `unscripted` is what came of a form that was sent before this page's script ran.
 */
export function useSending(unscripted: ActionState<Recorded>) {
  const [sent, setSent] = useState<ActionState<Recorded> | null>(null);
  const [recorded, setRecorded] = useState<string[]>([]);
  const [pending, start] = useTransition();
  const send = (form: FormData) =>
    start(async () => {
      const state = await arriving(form);
      const { result } = state;
      // After an await a transition has to be begun again.
      start(() => {
        setSent(state);
        if (result?.ok) setRecorded((before) => [...before, ...result.changes]);
      });
    });
  return { state: sent ?? unscripted, recorded, pending, send };
}

async function arriving(form: FormData): Promise<ActionState<Recorded>> {
  try {
    return await decide(UNSENT, form);
  } catch {
    return { result: { ok: false, reason: 'unavailable' }, typed: {} };
  }
}
