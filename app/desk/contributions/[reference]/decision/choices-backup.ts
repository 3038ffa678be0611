'use client';

import { useEffect, useRef } from 'react';
import { hasChoice } from './review-state';
import type { Entered, ReviewState, StoredChoices } from './review-state';

const PREFIX = 'desk-choices:';
/** Choices that are a month old are not continued, and must not stay in a shared computer for ever. */
const STORED_FOR = 30 * 24 * 3_600_000;

/** Of one editor: another one who signs in in the same browser finds nothing of theirs. */
export const storeKey = (userId: string, reference: string) => `${PREFIX}${userId}:${reference}`;

/** Backs up what changes in the form's state from when its script runs. */
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

/** What is stored under a key; null where nothing is. Old choices of all contributions are deleted on the way. */
export function readStoredChoices(key: string, now = Date.now()): StoredChoices | null {
  for (const one of attempt(() => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) ?? []) {
    const stored = read(one);
    if (!stored || now - Date.parse(stored.at) > STORED_FOR) remove(one);
  }
  return read(key);
}

/** Stores these changes beside those that another window stores; without a choice, or absent, a change is removed. */
function storeChoices(key: string, changes: Record<string, Entered | undefined>, now = new Date()): void {
  const all = Object.entries({ ...read(key)?.cells, ...changes });
  const cells = Object.fromEntries(all.filter(([, entered]) => hasChoice(entered)));
  if (Object.keys(cells).length === 0) return remove(key);
  // Full or forbidden: then choices live as long as the page.
  attempt(() => localStorage.setItem(key, JSON.stringify({ at: now.toISOString(), cells })));
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
