'use client';

import { useEffect } from 'react';
import type { RefObject } from 'react';

declare global {
  interface Window {
    /** What was typed before the page's script ran, by the names of the fields; null once it has. */
    preHydrationInput?: Record<string, string> | null;
  }
}

const RECORD = `addEventListener('input',function(e){var t=e.target;if(t&&t.name&&window.preHydrationInput!==null)(window.preHydrationInput=window.preHydrationInput||{})[t.name]=t.value},true)`;

/** Listens from the moment the form is there. Has to stand before the fields. */
export const PreHydrationRecorder = () => <script dangerouslySetInnerHTML={{ __html: RECORD }} />;

/**
 * React puts the text a field was made with back into it when the script begins to run. Who was quicker, on a slow phone or
 * line, gets back what they typed.
 */
export function usePreHydrationInput(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    for (const [name, text] of Object.entries(window.preHydrationInput ?? {})) {
      const field = form.current?.elements.namedItem(name);
      // Also where it stands there still: nobody has heard of it yet, and it wants to be saved.
      if (isText(field)) type(field, text);
    }
    const timer = setTimeout(() => (window.preHydrationInput = null));
    return () => clearTimeout(timer);
  }, [form]);
}

const TEXT_TYPES = new Set(['text', 'email', 'url', 'textarea']);
const isText = (field: unknown): field is HTMLInputElement | HTMLTextAreaElement =>
  (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && TEXT_TYPES.has(field.type);

/** As a key press would, so that everything that watches the field hears of it: past React's own record of the value. */
function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
