'use client';

import { useEffect } from 'react';
import type { RefObject } from 'react';

declare global {
  interface Window {
    /** The text typed before the page's script started, by field name; null afterwards. */
    preHydrationInput?: Record<string, string> | null;
  }
}

const RECORD = `addEventListener('input',function(e){var t=e.target;if(t&&t.name&&window.preHydrationInput!==null)(window.preHydrationInput=window.preHydrationInput||{})[t.name]=t.value},true)`;

/** Records input from the start. It has to come before the fields in the HTML. */
export const PreHydrationRecorder = () => <script dangerouslySetInnerHTML={{ __html: RECORD }} />;

/**
 * When the script starts, React resets each field to its initial text. This restores what was typed before, on a slow
 * phone or connection.
 */
export function usePreHydrationInput(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    for (const [name, text] of Object.entries(window.preHydrationInput ?? {})) {
      const field = form.current?.elements.namedItem(name);
      // Also where the text is still in the field: the script has not seen this input yet, and it has to be saved.
      if (isText(field)) type(field, text);
    }
    const timer = setTimeout(() => (window.preHydrationInput = null));
    return () => clearTimeout(timer);
  }, [form]);
}

const TEXT_TYPES = new Set(['text', 'email', 'url', 'textarea']);
const isText = (field: unknown): field is HTMLInputElement | HTMLTextAreaElement =>
  (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && TEXT_TYPES.has(field.type);

/** Acts like a key press, so that all listeners of the field run. Bypasses React's own record of the value. */
function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
