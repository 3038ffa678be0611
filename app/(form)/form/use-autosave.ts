'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { NotSaved, SaveOutcome } from './outcome';

/** A temporary reason why the step is not saved: since when, and how many attempts were made. */
export type Waiting = { reason: NotSaved['reason']; since: Date; attempts: number };

export const AUTOSAVE = 'auto';
const PAUSE = 2_500;
/**
 * After a temporary failure it tries again soon, then less and less often, and at once when the browser is online
 * again.
 */
const RETRY_AFTER = [3_000, 6_000, 12_000, 25_000, 60_000];

type Autosave = {
  unsavedSince: () => Date | null;
  save: (intent: string) => Promise<SaveOutcome>;
  paused: boolean;
  waiting: Waiting | null;
};

/** Saves by itself. Returns a function to call after each change of the form. */
export function useAutosave({ unsavedSince, save, paused, waiting }: Autosave): () => void {
  useRetrying({ save, paused, waiting });
  useBeforeLeaving({ unsavedSince, save, paused });
  return useSavingLater({ unsavedSince, save, paused: paused || waiting !== null });
}

function useSavingLater({ unsavedSince, save, paused }: Omit<Autosave, 'waiting'>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), [unsavedSince, save, paused]);
  return useCallback(() => {
    clearTimeout(timer.current);
    // After a conflict only the contributor decides what is saved next: both texts are on the page.
    // A button or a followed link may have saved the step already: then no second save is needed.
    if (!paused) timer.current = setTimeout(() => unsavedSince() && void save(AUTOSAVE), PAUSE);
  }, [unsavedSince, save, paused]);
}

function useRetrying({ save, paused, waiting }: Pick<Autosave, 'save' | 'paused' | 'waiting'>): void {
  useEffect(() => {
    if (!waiting || paused) return;
    const again = () => void save(AUTOSAVE);
    const timer = setTimeout(again, RETRY_AFTER[Math.min(waiting.attempts, RETRY_AFTER.length) - 1]);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [save, paused, waiting]);
}

function useBeforeLeaving({ unsavedSince, save, paused }: Pick<Autosave, 'unsavedSince' | 'save' | 'paused'>): void {
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (unsavedSince()) event.preventDefault();
    };
    const following = (event: MouseEvent) => {
      const link = linkToElsewhere(event);
      if (!link || !unsavedSince() || paused) return;
      event.preventDefault();
      void save(AUTOSAVE).then((outcome) => outcome?.ok && window.location.assign(link.href));
    };
    window.addEventListener('beforeunload', leaving);
    document.addEventListener('click', following);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      document.removeEventListener('click', following);
    };
  }, [unsavedSince, save, paused]);
}

/** The link with which a plain click would leave this page. */
function linkToElsewhere(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target === '_blank' || link.href === '' || link.hasAttribute('download')) return null;
  const samePage =
    link.origin === window.location.origin && link.pathname === window.location.pathname && link.hash !== '';
  return samePage ? null : link;
}
