'use client';

import { fieldName } from './decision-fields';
import { useReviewForm } from './review-form';

/** Selects a cell, for one choice on many. */
export function SelectBox({ change: { id, title } }: { change: { id: string; title: string } }) {
  const { state, dispatch } = useReviewForm();
  return (
    <input
      type="checkbox"
      name={fieldName(id, 'selected')}
      value="on"
      checked={state.selected.includes(id)}
      onChange={(event) => dispatch({ type: 'selected', changes: [id], on: event.target.checked })}
      aria-label={`Select ${title}`}
      className="size-5 shrink-0 self-center"
    />
  );
}
