'use client';

import { useLayoutEffect, useRef } from 'react';
import { isFocusLost, isThere } from '@/app/ui/message-place';
import { controlId } from './editor-context';

/**
 * Keeps the focus where it was when a step moves or removes the control that has it, and takes it to a question that a
 * step has opened.
 */
export function useStepFocus(part: string, changed: unknown) {
  const before = useRef<HTMLElement | null>(null);
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    const opened = wanted.current === null ? null : document.getElementById(wanted.current);
    if (opened) {
      wanted.current = null;
      opened.focus();
    } else if (before.current !== null && isFocusLost()) {
      (isThere(before.current) ? before.current : document.getElementById(`part-${part}`))?.focus();
    }
    before.current = null;
  }, [part, changed]);
  return {
    /** Before a step. */
    remember: () => {
      before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    },
    /** After a step that opens a question, at its place. */
    focusQuestion: (at: number) => {
      wanted.current = controlId(`questions.${at}.title`);
    },
  };
}
