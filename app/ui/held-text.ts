'use client';

import { createContext, use, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** How often the surrounding form has succeeded: each success resets the texts held for it. */
export const SendingRound = createContext(0);

/** The text of a field in an ActionForm, for a field that buttons can change as well. */
export function useHeldText(initial: string): [string, (text: string) => void] {
  const round = use(SendingRound);
  const [held, setHeld] = useState({ round, text: initial });
  return [held.round === round ? held.text : initial, (text) => setHeld({ round, text })];
}

type HeldTextArea = {
  area: RefObject<HTMLTextAreaElement | null>;
  /** Inserts words at the cursor, replaces the selection, and puts the cursor after them. */
  insert: (words: string, options?: { spaceAfter: boolean }) => void;
};

/**
 * For a text area whose text React holds: takes over the text typed before the page's script ran, and inserts words.
 */
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

/**
 * The words to insert between two texts, with a space before them, and after them if requested, unless there is one.
 */
export function joinWords(before: string, words: string, after: string, spaceAfter: boolean) {
  const inserted = `${before}${before === '' || /\s$/.test(before) ? '' : ' '}${words}${spaceAfter && !/^\s/.test(after) ? ' ' : ''}`;
  return { text: inserted + after, cursor: inserted.length };
}
