'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Nested } from '@/lib/contributions/drafts/form-data';
import { bytesOf, ENHANCED } from './names';
import type { NotSaved, Saved, SaveOutcome, SaveThisStep } from './outcome';
import { namesOnPage } from './row-names';

const MOST_BYTES = 1_000_000;
const PAUSE = 2_500;
const BY_ITSELF = 'auto';

/** `judged` is what a save that was asked for found: faults don't come and go by themselves while somebody types. */
export type Saving = { failed: NotSaved | null; judged: Saved | null; busy: boolean; savedAt: Date | null };
type SavingInput = { form: RefObject<HTMLFormElement | null>; saveThisStep: SaveThisStep; /** What came of a save before the script ran. */ posted: SaveOutcome; version: number };

/**
 * Saves the form without leaving the page: on demand, a moment after the last key, and before a link is followed.
 * One save at a time, each naming the version that the one before it made. Whatever goes wrong, the fields keep their text.
 */
export function useSaving({ form, saveThisStep, posted, version }: SavingInput) {
  const [saving, setSaving] = useState<Saving>({ failed: posted && !posted.ok ? posted : null, judged: null, busy: false, savedAt: null });
  const known = useRef(posted?.version ?? version);
  const dirty = useRef(false);
  const queue = useRef<Promise<SaveOutcome>>(Promise.resolve(null));

  const send = useCallback(async (intent: string): Promise<SaveOutcome> => {
    if (!form.current) return null;
    setSaving((before) => ({ ...before, busy: true }));
    const data = dataOf(form.current);
    data.set('intent', intent);
    data.set('version', String(known.current));
    dirty.current = false;
    const outcome = onPage(await post(saveThisStep, data, known.current), data);
    if (!outcome?.ok) dirty.current = true;
    known.current = outcome?.version ?? known.current;
    setSaving((before) => afterwards(before, outcome, intent));
    return outcome;
  }, [form, saveThisStep]);

  const save = useCallback((intent: string) => (queue.current = queue.current.then(() => send(intent))), [send]);
  useSavingByItself({ form, dirty, save, paused: saving.failed !== null });
  return { ...saving, save };
}

function afterwards(before: Saving, outcome: SaveOutcome, intent: string): Saving {
  if (!outcome) return { ...before, busy: false };
  if (!outcome.ok) return { ...before, failed: outcome, busy: false };
  return { failed: null, judged: intent === BY_ITSELF ? before.judged : outcome, busy: false, savedAt: new Date() };
}

/** What is sent: all fields but those of rows that were taken out, which stay on the page in case they are wanted back. */
function dataOf(form: HTMLFormElement): FormData {
  const data = new FormData(form);
  for (const field of form.querySelectorAll('[data-gone] [name]')) data.delete(field.getAttribute('name') ?? '');
  data.set(ENHANCED, '1');
  return data;
}

/** What can't even be sent becomes an outcome as well: nobody loses a text to a network that is away. */
async function post(saveThisStep: SaveThisStep, data: FormData, version: number): Promise<SaveOutcome> {
  const values: Nested = {};
  if (bytesOf(data) > MOST_BYTES) return { ok: false, reason: 'too_large', values, version };
  try {
    return await saveThisStep(null, data);
  } catch {
    return { ok: false, reason: 'unavailable', values, version };
  }
}

/** The outcome in the names of this page's fields, where rows were taken out. */
function onPage(outcome: SaveOutcome, data: FormData): SaveOutcome {
  if (!outcome) return null;
  const nameOf = namesOnPage(data);
  const renamed = <Named extends { name: string }>(list: Named[]) => list.map((one) => ({ ...one, name: nameOf(one.name) }));
  if (outcome.ok) return { ...outcome, issues: renamed(outcome.issues) };
  return { ...outcome, differences: outcome.differences && renamed(outcome.differences) };
}

type ByItself = { form: RefObject<HTMLFormElement | null>; dirty: RefObject<boolean>; save: (intent: string) => Promise<SaveOutcome>; paused: boolean };

function useSavingByItself({ form, dirty, save, paused }: ByItself): void {
  useEffect(() => {
    const element = form.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      dirty.current = true;
      clearTimeout(timer);
      // After a failure only the person decides what is saved next: both texts are on the page.
      // Whatever was saved in the meantime, by a button or before a link, needs no second save.
      if (!paused) timer = setTimeout(() => dirty.current && void save(BY_ITSELF), PAUSE);
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (dirty.current) event.preventDefault();
    };
    const following = (event: MouseEvent) => {
      const link = linkToElsewhere(event);
      if (!link || !dirty.current || paused) return;
      event.preventDefault();
      clearTimeout(timer);
      void save(BY_ITSELF).then((outcome) => outcome?.ok && window.location.assign(link.href));
    };
    element?.addEventListener('input', later);
    window.addEventListener('beforeunload', leaving);
    document.addEventListener('click', following);
    return () => {
      clearTimeout(timer);
      element?.removeEventListener('input', later);
      window.removeEventListener('beforeunload', leaving);
      document.removeEventListener('click', following);
    };
  }, [form, dirty, save, paused]);
}

/** The link a plain click would leave this page by. */
function linkToElsewhere(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target === '_blank' || link.href === '') return null;
  const samePage = link.origin === window.location.origin && link.pathname === window.location.pathname && link.hash !== '';
  return samePage ? null : link;
}
