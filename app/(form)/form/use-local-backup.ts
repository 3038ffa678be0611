'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { removeLocalDraft, storeLocalDraft, newKey } from './local-drafts';
import { dataOf, entriesOf } from './sending';
import type { Restored } from './use-restored';

/** Long enough not to write at each key, short enough that a crash costs no more than a word. */
const PAUSE = 300;

type LocalBackupInput = {
  form: RefObject<HTMLFormElement | null>;
  draftId: string;
  address: string;
  restored: Restored | null;
  /** The stored version that what is typed here is based on. Not the newest known one: that may be somebody else's. */
  base: number;
};

/** Keeps what is typed in this browser until it is saved. */
export function useLocalBackup({ form, draftId, address, restored, base: basedOn }: LocalBackupInput) {
  const [firstKey] = useState(() => restored?.key ?? '');
  const key = useRef(firstKey);
  const base = useRef(restored?.version ?? basedOn);
  const dirtySince = useRef<Date | null>(restored ? new Date(restored.at) : null);

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
    const element = form.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const typed = () => {
      dirtySince.current ??= new Date();
      clearTimeout(timer);
      timer = setTimeout(keepNow, PAUSE);
    };
    element?.addEventListener('input', typed);
    window.addEventListener('pagehide', keepNow);
    document.addEventListener('visibilitychange', keepNow);
    return () => {
      clearTimeout(timer);
      element?.removeEventListener('input', typed);
      window.removeEventListener('pagehide', keepNow);
      document.removeEventListener('visibilitychange', keepNow);
    };
  }, [form, keepNow]);

  return {
    /** When the first unsaved key was pressed; null where all is saved. */
    unsavedSince: useCallback(() => dirtySince.current, []),
    /** What is typed from here on is not part of the save that begins now. Returns since when it was due. */
    begin: useCallback(() => {
      const since = dirtySince.current ?? new Date();
      dirtySince.current = null;
      return since;
    }, []),
    /** The save is over; `version` where it succeeded. What was typed while it was on its way is not saved yet. */
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
