'use client';

import type { KeyboardEvent } from 'react';
import { TextInput } from '@/app/ui/text-input';

type FilterFieldProps = { id: string; label: string; onWanted: (wanted: string) => void; count: string };

/** Filters a list while the reader types. It says how many entries are left, and its text is never saved. */
export function FilterField({ id, label, onWanted, count }: FilterFieldProps) {
  return (
    <div className="no-print mb-3 flex flex-wrap items-end gap-x-4 gap-y-1">
      <TextInput
        id={id}
        type="search"
        label={label}
        width="medium"
        autoComplete="off"
        onChange={(event) => onWanted(event.target.value)}
        onKeyDown={withoutReturn}
      />
      <p role="status" className="pb-2 text-sm text-muted">
        {count}
      </p>
    </div>
  );
}

/** In any field, Return presses the form's first button, which saves and continues; a filter must not do that. */
export function withoutReturn(event: KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault();
}
