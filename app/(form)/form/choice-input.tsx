'use client';

import type { ReactNode } from 'react';
import { TypedSelect } from './typed-fields';

type ChoiceInputProps = {
  name: string;
  label: ReactNode;
  mark?: ReactNode;
  labelHidden?: boolean;
  none: string;
  options: [value: string, word: string][];
};

/** One of several choices, or none. */
export function ChoiceInput({ none, options, ...control }: ChoiceInputProps) {
  return (
    <TypedSelect {...control}>
      <option value="">{none}</option>
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </TypedSelect>
  );
}
