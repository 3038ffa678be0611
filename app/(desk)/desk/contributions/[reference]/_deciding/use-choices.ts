'use client';

import { useCallback, useState } from 'react';
import type { RefObject } from 'react';

/** What stands in the form at this moment: what was chosen, and which cells are ticked. Read from its fields, which nobody else keeps. */
export type Choices = { accept: number; amend: number; reject: number; selected: string[] };

const NONE: Choices = { accept: 0, amend: 0, reject: 0, selected: [] };

/** The form's choices, and how to have them counted anew. */
export function useChoices(form: RefObject<HTMLFormElement | null>): [Choices, () => void] {
  const [choices, setChoices] = useState(NONE);
  const count = useCallback(() => {
    if (!form.current) return;
    const now = choicesIn(form.current);
    // A form of many cells is not drawn anew for each letter that is typed into it.
    setChoices((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
  }, [form]);
  return [choices, count];
}

function choicesIn(form: HTMLFormElement): Choices {
  const chosen = (outcome: string) => form.querySelectorAll(`input[type="radio"][value="${outcome}"]:checked`).length;
  const selected = [...form.querySelectorAll<HTMLInputElement>('[data-select]:checked')].map((box) => box.dataset.select ?? '');
  return { accept: chosen('accept'), amend: chosen('amend'), reject: chosen('reject'), selected };
}

/** "3 chosen: 2 to accept, 1 to reject" */
export function choicesInWords({ accept, amend, reject }: Choices): string {
  const all = accept + amend + reject;
  if (all === 0) return 'Nothing chosen yet';
  const parts = [accept > 0 && `${accept} to accept`, amend > 0 && `${amend} to amend`, reject > 0 && `${reject} to reject`].filter(Boolean);
  return `${all} chosen: ${parts.join(', ')}`;
}
