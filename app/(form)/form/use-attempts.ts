'use client';

import { useCallback, useRef } from 'react';
import type { NotSaved, SaveOutcome, SaveThisStep } from './outcome';
import { isPassing, send } from './sending';

/**
 * Sends a save. An attempt without an answer may have been stored all the same: if the version "saved elsewhere" is the
 * text of such an attempt, the page follows it and sends again, as a conflict with oneself is none.
 */
export function useAttempts(saveThisStep: SaveThisStep) {
  const unanswered = useRef<FormData[]>([]);
  return useCallback(
    async function attempt(data: FormData, version: number): Promise<SaveOutcome> {
      data.set('version', String(version));
      const outcome = await send(saveThisStep, data, version);
      if (!outcome) return null;
      if (outcome.ok) unanswered.current = [];
      else if (isPassing(outcome)) unanswered.current.push(data);
      else if (outcome.theirs !== undefined && isStoredOf(unanswered.current, outcome))
        return attempt(data, outcome.theirs);
      return outcome;
    },
    [saveThisStep],
  );
}

/** Whether one of the attempts has, in each field that differs, what is stored. */
const isStoredOf = (attempts: readonly FormData[], { reason, differences, removed }: NotSaved): boolean =>
  reason === 'saved_elsewhere' &&
  !removed &&
  attempts.some((sent) => differences?.every(({ name, theirs }) => textIn(sent, name) === theirs.trim()));

/** The text of a field; the ticked boxes of one group make one text, as in `differencesBetween`. */
const textIn = (data: FormData, name: string) => data.getAll(name).map(String).toSorted().join(', ').trim();
