'use client';

import type { KeyboardEvent } from 'react';
import { TextInput } from '@/app/ui/text-input';

type FilterFieldProps = { id: string; label: string; onWanted: (wanted: string) => void; count: string };

/** Narrows a list down while one types. It says how much is left, and holds nothing that is saved. */
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

/** Return in any field of a form presses its first button, which saves and goes on: not what a filter is for. */
export function withoutReturn(event: KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault();
}
