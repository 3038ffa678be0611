'use client';

import { useCallback, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { tellSaved } from './last-saved';
import { AUTOSAVE, useAutosave } from './use-autosave';
import type { Waiting } from './use-autosave';
import { useLocalBackup } from './use-local-backup';
import type { NotSaved, Saved, SaveOutcome, SaveThisStep } from './outcome';
import { dataOf, isPassing } from './sending';
import { useAttempts } from './use-attempts';
import type { Restored } from './use-restored';

/**
 * `judged` is the result of a manual save: faults must not appear and disappear by themselves while the contributor
 * types.
 */
export type Saving = {
  failed: NotSaved | null;
  judged: Saved | null;
  busy: boolean;
  savedAt: Date | null;
  /** The last save was manual: then its result is shown beside the button. */
  asked: boolean;
  /** A save by itself, after the first: it is shown, and no screen reader interrupts the writing to announce it. */
  quiet: boolean;
  waiting: Waiting | null;
};
type SavingInput = {
  form: RefObject<HTMLFormElement | null>;
  saveThisStep: SaveThisStep;
  /** The result of a save before the script ran. */
  posted: SaveOutcome;
  version: number;
  /** Unsaved text of an earlier visit, which is shown in the fields. */
  restored: Restored | null;
  draftId: string;
  address: string;
};

/**
 * Saves the form without leaving the page: on demand, a moment after the last key, and before a link is followed. One
 * save runs at a time and names the version that the previous one made. On any failure the fields keep their text, and
 * this browser keeps a copy until the server has it.
 */
export function useSaving({ form, saveThisStep, posted, version, restored, draftId, address }: SavingInput) {
  const [saving, setSaving] = useState<Saving>({
    failed: failedBefore(posted, restored, version),
    judged: null,
    busy: false,
    savedAt: null,
    asked: false,
    quiet: false,
    waiting: null,
  });
  // A failure never updates it: another person's version is overwritten only by a choice that names it.
  const known = useRef(restored?.version ?? posted?.version ?? version);
  const { markChanged, unsavedSince, begin, settle, drop } = useLocalBackup({
    form,
    draftId,
    address,
    restored,
    base: posted && !posted.ok ? -1 : version,
  });
  const attempt = useAttempts(saveThisStep);
  const queue = useRef<Promise<SaveOutcome>>(Promise.resolve(null));

  const saveNow = useCallback(
    async (intent: string): Promise<SaveOutcome> => {
      if (!form.current) return null;
      setSaving((before) => ({ ...before, busy: true, quiet: intent === AUTOSAVE && before.savedAt !== null }));
      const data = dataOf(form.current);
      data.set('intent', intent);
      const since = begin();
      const outcome = await attempt(data, known.current);
      if (outcome?.ok) known.current = outcome.version;
      settle(since, outcome?.ok ? outcome.version : undefined);
      if (outcome?.ok) tellSaved(new Date());
      setSaving((before) => afterwards(before, { outcome, intent, since }));
      return outcome;
    },
    [form, attempt, begin, settle],
  );

  const save = useCallback((intent: string) => (queue.current = queue.current.then(() => saveNow(intent))), [saveNow]);
  const discard = useCallback(() => {
    drop();
    window.location.assign(address);
  }, [drop, address]);
  const saveLater = useAutosave({ unsavedSince, save, paused: saving.failed !== null, waiting: saving.waiting });
  const formChanged = useCallback(() => {
    markChanged();
    saveLater();
  }, [markChanged, saveLater]);
  return { ...saving, save, discard, formChanged };
}

/** Someone saved the step after the text found here was typed: both are shown, and nothing is saved automatically. */
function failedBefore(posted: SaveOutcome, restored: Restored | null, version: number): NotSaved | null {
  if (restored && restored.version !== version)
    return {
      ok: false,
      reason: 'saved_elsewhere',
      values: {},
      version: restored.version,
      theirs: version,
      differences: restored.differences,
    };
  return posted && !posted.ok && !restored ? posted : null;
}

type Attempt = { outcome: SaveOutcome; intent: string; since: Date };

function afterwards(before: Saving, { outcome, intent, since }: Attempt): Saving {
  if (!outcome) return { ...before, busy: false };
  if (outcome.ok) {
    const asked = intent !== AUTOSAVE;
    return {
      ...before,
      failed: null,
      judged: asked ? outcome : before.judged,
      busy: false,
      savedAt: new Date(),
      asked,
      waiting: null,
    };
  }
  if (!isPassing(outcome)) return { ...before, failed: outcome, busy: false, waiting: null };
  return {
    ...before,
    busy: false,
    waiting: {
      reason: outcome.reason,
      since: before.waiting?.since ?? since,
      attempts: (before.waiting?.attempts ?? 0) + 1,
    },
  };
}
