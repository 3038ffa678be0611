'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { hasChoice, textsIn } from './review-state';
import type { Entered, ReviewState, StoredChoices } from './review-state';

const PREFIX = 'desk-choices:';
/** Choices older than a month are deleted: they must not stay on a shared computer forever. */
const STORED_FOR = 30 * 24 * 3_600_000;

/** The key of one editor: another one who signs in in the same browser can't find these. */
export const storeKey = (userId: string, reference: string) => `${PREFIX}${userId}:${reference}`;

/** Backs up changes of the form's state, once its script runs. */
export function useChoicesBackup(key: string, { entered, hydrated }: ReviewState) {
  const stored = useRef(entered);
  useEffect(() => {
    if (!hydrated) return;
    const before = stored.current;
    const changed = Object.keys({ ...before, ...entered }).filter((change) => before[change] !== entered[change]);
    stored.current = entered;
    if (changed.length > 0) storeChoices(key, Object.fromEntries(changed.map((change) => [change, entered[change]])));
  }, [key, entered, hydrated]);
}

/** The stored value of a key, or null. Also deletes old choices of all contributions. */
function readStoredChoices(key: string, now = Date.now()): StoredChoices | null {
  for (const one of attempt(() => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) ?? []) {
    const stored = read(one);
    if (!stored || isOld(stored, now)) remove(one);
  }
  return read(key);
}

const isOld = ({ at }: StoredChoices, now = Date.now()) => now - Date.parse(at) > STORED_FOR;

type OpenChoices = { key: string; kept: StoredChoices | null; undecided: readonly { id: string }[] };

/**
 * The newer of this browser's and the server's choices, without those for cells that have been decided since; except
 * where a text was typed, which the page still shows to its editor.
 */
export function readOpenChoices({ key, kept, undecided }: OpenChoices): StoredChoices | null {
  const stored = readStoredChoices(key);
  if (kept && isOld(kept)) kept = null;
  const newer = stored && kept ? (kept.at > stored.at ? kept : stored) : (stored ?? kept);
  if (!newer) return null;
  const isOpen = ([change, entered]: [string, Entered]) =>
    undecided.some(({ id }) => id === change) || textsIn(entered).length > 0;
  const cells = Object.fromEntries(Object.entries(newer.cells).filter(isOpen));
  write(key, { at: newer.at, cells });
  return Object.keys(cells).length === 0 ? null : { at: newer.at, cells };
}

/** The server gets a copy so long after the last change: one request for a text, not one for each letter. */
const PAUSE = 1_000;

type Copied = { reference: string; key: string; state: ReviewState; /** Decisions are being sent. */ pending: boolean };

/** Copies the stored choices to the server after each change, and at once when the page is left. */
export function useChoicesOnServer({ reference, key, state: { entered, hydrated }, pending }: Copied) {
  const copied = useRef<typeof entered | null>(null);
  const copy = useEffectEvent(async ({ leaving = false } = {}) => {
    if (copied.current === null || copied.current === entered) return;
    const [before, sent] = [copied.current, entered];
    copied.current = sent;
    // Where the browser stores nothing, the state of the page is all there is.
    const stored = read(key);
    const choices = { at: stored?.at ?? new Date().toISOString(), cells: chosenIn({ ...stored?.cells, ...sent }) };
    // Without a connection this browser's copy remains. A request that outlives its page may not be long.
    const response = await fetch(`/desk/contributions/${reference}/choices`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(choices),
      keepalive: leaving,
    }).catch(() => null);
    if (!response?.ok && copied.current === sent) copied.current = before;
  });
  useEffect(() => {
    if (!hydrated || pending) return;
    // What the page opened with is known to the server, or will go there with the next change.
    copied.current ??= entered;
    const timer = setTimeout(() => void copy(), PAUSE);
    return () => clearTimeout(timer);
  }, [entered, hydrated, pending]);
  useEffect(() => {
    const leave = () => void copy({ leaving: true });
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}

/** Stores these changes and keeps those stored by another window; removes a change that is absent or has no choice. */
function storeChoices(key: string, changes: Record<string, Entered | undefined>, now = new Date()): void {
  write(key, { at: now.toISOString(), cells: chosenIn({ ...read(key)?.cells, ...changes }) });
}

const chosenIn = (cells: Record<string, Entered | undefined>): Record<string, Entered> =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([change, entered]) =>
      entered && hasChoice(entered) ? [[change, entered] as const] : [],
    ),
  );

/** That nothing is chosen any more is stored, too: the server may hear of it after it has sent the next page. */
function write(key: string, choices: StoredChoices): void {
  if (Object.keys(choices.cells).length === 0 && read(key) === null) return;
  // Storage is full or forbidden: then choices last as long as the page.
  attempt(() => localStorage.setItem(key, JSON.stringify(choices)));
}

const remove = (key: string) => void attempt(() => localStorage.removeItem(key));

function read(key: string): StoredChoices | null {
  const stored: unknown = attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null'));
  return isStored(stored) ? stored : null;
}

const isStored = (stored: unknown): stored is StoredChoices =>
  typeof stored === 'object' &&
  stored !== null &&
  'at' in stored &&
  typeof stored.at === 'string' &&
  'cells' in stored &&
  typeof stored.cells === 'object' &&
  stored.cells !== null;

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
