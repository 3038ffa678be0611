'use client';

import { createContext, use } from 'react';
import type { Typed } from '@/app/ui/action-state';
import { rowField } from './selected-rows';

/** The fields of a selection that failed, so that the same rows are ticked again. */
export const SelectedBefore = createContext<Typed>({});

/** The tick box of one row of the queue. */
export function RowChoice({ reference }: { reference: string }) {
  const name = rowField(reference);
  return (
    <input
      type="checkbox"
      name={name}
      value="1"
      defaultChecked={use(SelectedBefore)[name] !== undefined}
      aria-label={`Select ${reference}`}
      className="size-6"
    />
  );
}
