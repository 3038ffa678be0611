'use client';

import { sameAsTyped, textsAfter, valueAsTyped } from './decision-fields';
import type { Content } from './decision-fields';
import { useReviewForm } from './review-form';
import type { DecidableChange } from './review-state';

/** Fills the fields of an amendment with the current or the proposed content, where the two differ. */
export function PrefillFromCurrent({ change: { id, key, current, proposed } }: { change: DecidableChange }) {
  const { dispatch } = useReviewForm();
  if (current === null || sameAsTyped(key, current, proposed)) return null;
  const fill = (content: Content) => dispatch({ type: 'entered', change: id, parts: partsOf(key, content) });
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 text-sm">
      <span className="text-muted">Begin from</span>
      <button
        type="button"
        onClick={() => fill({ ...proposed, ...textsAfter({ current, proposed }) })}
        className="link min-h-8 cursor-pointer"
      >
        what is proposed
      </button>
      <button type="button" onClick={() => fill(current)} className="link min-h-8 cursor-pointer">
        the current value
      </button>
    </p>
  );
}

function partsOf(key: string, { value, note, source }: Content): Record<string, string> {
  const values = Object.entries(valueAsTyped(key, value)).map(([part, text]) => [`amended-${part}`, text]);
  return { ...Object.fromEntries(values), note: note ?? '', source: source ?? '' };
}
