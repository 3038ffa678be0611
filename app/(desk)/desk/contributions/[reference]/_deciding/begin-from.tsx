'use client';

import type { DecidableChange } from './cell-decision';
import { fieldName, sameAsTyped, textsAfter, valueAsTyped } from './decision-fields';
import type { Content } from './decision-fields';

/** Fills the fields of an amendment with what stands now or with what is proposed, where the two differ. */
export function BeginFrom({ change: { id, key, current, proposed } }: { change: DecidableChange }) {
  if (current === null || sameAsTyped(key, current, proposed)) return null;
  const after = { ...proposed, ...textsAfter({ current, proposed }) };
  const begin = (content: Content) => (event: React.MouseEvent<HTMLButtonElement>) =>
    fill(event.currentTarget.form, id, key, content);
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 text-sm">
      <span className="text-muted">Begin from</span>
      <button type="button" onClick={begin(after)} className="link min-h-8 cursor-pointer">
        what is proposed
      </button>
      <button type="button" onClick={begin(current)} className="link min-h-8 cursor-pointer">
        what stands now
      </button>
    </p>
  );
}

function fill(form: HTMLFormElement | null, id: string, key: string, { value, note, source }: Content) {
  const values = Object.entries(valueAsTyped(key, value)).map(([part, text]) => [`amended-${part}`, text] as const);
  for (const [part, text] of [...values, ['note', note ?? ''] as const, ['source', source ?? ''] as const]) {
    const field = form?.elements.namedItem(fieldName(id, part));
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}
