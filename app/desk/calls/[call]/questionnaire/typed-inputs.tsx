'use client';

import type { ReactNode } from 'react';
import { Checkbox } from '@/app/ui/checkbox';
import { Select } from '@/app/ui/select';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { valueAt } from '@/lib/calls/questionnaire/editing';
import { fieldName } from '@/lib/calls/questionnaire/editor-schema';
import { controlId, useEditor, useTextField } from './editor-context';

type Labelled = { path: string; label: ReactNode; hint?: ReactNode; mark?: ReactNode };

export const TypedLine = ({
  path,
  ...rest
}: Labelled & { width?: 'full' | 'medium' | 'short'; placeholder?: string }) => (
  <TextInput {...rest} {...useTextField(path)} dir="auto" autoComplete="off" />
);

export const TypedText = ({ path, ...rest }: Labelled & { rows?: number }) => (
  <TextArea {...rest} {...useTextField(path)} dir="auto" />
);

export const TypedSelect = ({ path, ...rest }: Labelled & { children: ReactNode }) => (
  <Select {...rest} {...useTextField(path)} />
);

/** A tick. The empty field before it says, in the form, that it is not ticked. */
export function TypedTick({ path, ...rest }: Labelled) {
  const { typed, change } = useEditor();
  return (
    <div>
      <input type="hidden" name={fieldName(path)} value="" />
      <Checkbox
        {...rest}
        id={controlId(path)}
        name={fieldName(path)}
        value="on"
        checked={valueAt(typed, path) === true}
        onChange={(event) => change(path, event.target.checked)}
      />
    </div>
  );
}
