'use client';

import { useCallback, useState } from 'react';
import type { RefObject } from 'react';

/** What stands in the form at this moment. Read from its fields, which are the only place where a choice is made. */
export type Choices = {
  accept: number;
  amend: number;
  reject: number;
  /** Which cells are ticked. */
  selected: string[];
  /** How many cells would be accepted with all that have no choice; null until this page's script has counted. */
  ready: number | null;
};

const NONE: Choices = { accept: 0, amend: 0, reject: 0, selected: [], ready: null };

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
  const selected = [...form.querySelectorAll<HTMLInputElement>('[data-select]:checked')].map(
    (box) => box.dataset.select ?? '',
  );
  const ready = [...form.querySelectorAll('[data-cell="ready"]')].filter(isUntouched).length;
  return { accept: chosen('accept'), amend: chosen('amend'), reject: chosen('reject'), selected, ready };
}

/** As `readDecisions` asks of what is sent. */
function isUntouched(cell: Element): boolean {
  const reason = cell.querySelector<HTMLTextAreaElement>('textarea[name$=".reason"]');
  return cell.querySelector('[id$="-later"]:checked') !== null && (reason?.value.trim() ?? '') === '';
}

/** "3 chosen, not recorded yet: 2 to accept, 1 to reject" */
export function choicesInWords({ accept, amend, reject }: Choices): string {
  const all = accept + amend + reject;
  if (all === 0) return 'Nothing chosen yet';
  const parts = [
    accept > 0 && `${accept} to accept`,
    amend > 0 && `${amend} to amend`,
    reject > 0 && `${reject} to reject`,
  ].filter(Boolean);
  return `${all} chosen, not recorded yet: ${parts.join(', ')}`;
}
