'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { RefObject } from 'react';
import { useRouter } from 'next/navigation';
import type { Sending } from '@/app/ui/use-sending';
import type { SavedDraft } from '@/lib/calls/questionnaire/drafts';
import type { TypedQuestionnaire } from '@/lib/calls/questionnaire/typed-questionnaire';
import type { Failure } from '@/lib/platform/errors';

const PAUSE = 900;

export type StoredDraft = { typed: TypedQuestionnaire; version: number; savedAt: string | null };

export type DraftSaving = {
  failure: Failure | null;
  version: number;
  state: 'saved' | 'unsaved' | 'saving';
  savedAt: string | null;
  /** Saves now; `version` replaces what another admin has stored. */
  saveNow: (version?: number) => void;
};

/** Saves the form a moment after each change. After a refusal it waits for the next change, or for the admin. */
export function useDraftSaving({
  sending: { state, pending, send },
  form,
  typed,
  stored,
}: {
  sending: Sending<SavedDraft>;
  form: RefObject<HTMLFormElement | null>;
  typed: TypedQuestionnaire;
  stored: StoredDraft;
}): DraftSaving {
  const router = useRouter();
  const [saved, setSaved] = useState(stored);
  const [tried, setTried] = useState(stored.typed);
  const failure = state.result?.ok === false ? state.result : null;

  const saveNow = (version = saved.version) => {
    if (form.current === null) return;
    const data = new FormData(form.current);
    data.set('version', String(version));
    setTried(typed);
    send(data, ({ result }) => {
      if (!result?.ok) return;
      setSaved({ typed, version: result.version, savedAt: result.savedAt });
      // Keys, conditions and the preview follow from what is stored.
      router.refresh();
    });
  };
  const saveAfterPause = useEffectEvent(() => saveNow());
  const isDue = typed !== saved.typed && typed !== tried && !pending && failure?.reason !== 'draft_changed';
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(saveAfterPause, PAUSE);
    return () => clearTimeout(timer);
  }, [isDue, typed]);

  const isUnsaved = typed !== saved.typed;
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);

  return {
    failure,
    version: saved.version,
    state: pending ? 'saving' : isUnsaved ? 'unsaved' : 'saved',
    savedAt: saved.savedAt,
    saveNow,
  };
}
