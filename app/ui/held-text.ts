'use client';

import { createContext, use, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** How often the form around has succeeded: texts held for it begin anew with each time. */
export const SendingRound = createContext(0);

/** The text of a field in an ActionForm, for a field that is not only typed into. */
export function useHeldText(initial: string): [string, (text: string) => void] {
  const round = use(SendingRound);
  const [held, setHeld] = useState({ round, text: initial });
  return [held.round === round ? held.text : initial, (text) => setHeld({ round, text })];
}

type HeldTextArea = {
  area: RefObject<HTMLTextAreaElement | null>;
  /** Puts words in at the cursor, in place of what is selected, and the cursor behind them. */
  insert: (words: string, options?: { spaceAfter: boolean }) => void;
};

/** For a text area whose text React holds: takes over what was typed before the page's script ran, and inserts words. */
export function useTextInsertion(text: string, change: (text: string) => void): HeldTextArea {
  const area = useRef<HTMLTextAreaElement>(null);
  const [cursor, setCursor] = useState<{ at: number } | null>(null);
  const initial = useRef({ text, change });
  useLayoutEffect(() => {
    const typed = area.current?.value ?? '';
    if (typed !== initial.current.text) initial.current.change(typed);
  }, []);
  useLayoutEffect(() => {
    if (cursor === null) return;
    area.current?.focus();
    area.current?.setSelectionRange(cursor.at, cursor.at);
  }, [cursor]);
  const insert: HeldTextArea['insert'] = (words, { spaceAfter } = { spaceAfter: false }) => {
    const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {};
    const inserted = joinWords(text.slice(0, selectionStart), words, text.slice(selectionEnd), spaceAfter);
    change(inserted.text);
    setCursor({ at: inserted.cursor });
  };
  return { area, insert };
}

/** The words between two texts, with a space before them, and after them where it is wanted, unless there is one. */
export function joinWords(before: string, words: string, after: string, spaceAfter: boolean) {
  const inserted = `${before}${before === '' || /\s$/.test(before) ? '' : ' '}${words}${spaceAfter && !/^\s/.test(after) ? ' ' : ''}`;
  return { text: inserted + after, cursor: inserted.length };
}
