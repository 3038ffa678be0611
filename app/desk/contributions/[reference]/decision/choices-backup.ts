'use client';

import { useEffect, useRef } from 'react';
import { hasChoice } from './review-state';
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
export function readStoredChoices(key: string, now = Date.now()): StoredChoices | null {
  for (const one of attempt(() => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) ?? []) {
    const stored = read(one);
    if (!stored || now - Date.parse(stored.at) > STORED_FOR) remove(one);
  }
  return read(key);
}

/** Stores these changes and keeps those stored by another window; removes a change that is absent or has no choice. */
function storeChoices(key: string, changes: Record<string, Entered | undefined>, now = new Date()): void {
  const all = Object.entries({ ...read(key)?.cells, ...changes });
  const cells = Object.fromEntries(all.filter(([, entered]) => hasChoice(entered)));
  if (Object.keys(cells).length === 0) return remove(key);
  // Storage is full or forbidden: then choices last as long as the page.
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
