'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { removeLocalDraft, storeLocalDraft, newKey } from './local-drafts';
import { dataOf, entriesOf } from './sending';
import type { Restored } from './use-restored';

/** Long enough not to write at each key; short enough that a crash loses no more than a word. */
const PAUSE = 300;

type LocalBackupInput = {
  form: RefObject<HTMLFormElement | null>;
  draftId: string;
  address: string;
  restored: Restored | null;
  /**
   * The stored version that the typed text is based on. The newest known version may be someone else's, so it can't be
   * used.
   */
  base: number;
};

/** Keeps a copy of the typed text in this browser until it is saved. */
export function useLocalBackup({ form, draftId, address, restored, base: basedOn }: LocalBackupInput) {
  const [firstKey] = useState(() => restored?.key ?? '');
  const key = useRef(firstKey);
  const base = useRef(restored?.version ?? basedOn);
  const dirtySince = useRef<Date | null>(restored ? new Date(restored.at) : null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keepNow = useCallback(() => {
    if (!form.current || dirtySince.current === null) return;
    key.current ||= newKey(draftId, address);
    storeLocalDraft(key.current, {
      version: base.current,
      at: new Date().toISOString(),
      entries: entriesOf(dataOf(form.current)),
    });
  }, [form, draftId, address]);

  useEffect(() => {
    window.addEventListener('pagehide', keepNow);
    document.addEventListener('visibilitychange', keepNow);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('pagehide', keepNow);
      document.removeEventListener('visibilitychange', keepNow);
    };
  }, [keepNow]);

  return {
    /** To call after each change of the form. */
    markChanged: useCallback(() => {
      dirtySince.current ??= new Date();
      clearTimeout(timer.current);
      timer.current = setTimeout(keepNow, PAUSE);
    }, [keepNow]),
    /** When the first unsaved key was pressed; null where all is saved. */
    unsavedSince: useCallback(() => dirtySince.current, []),
    /** Text typed from now on is not part of the save that begins. Returns when the first unsaved key was pressed. */
    begin: useCallback(() => {
      const since = dirtySince.current ?? new Date();
      dirtySince.current = null;
      return since;
    }, []),
    /** Ends a save; `version` where it succeeded. Text typed during the save is not saved yet. */
    settle: useCallback(
      (since: Date, version?: number) => {
        if (version === undefined) dirtySince.current = since;
        else base.current = version;
        if (dirtySince.current === null) removeLocalDraft(key.current);
        else keepNow();
      },
      [keepNow],
    ),
    drop: useCallback(() => {
      dirtySince.current = null;
      removeLocalDraft(key.current);
    }, []),
  };
}
