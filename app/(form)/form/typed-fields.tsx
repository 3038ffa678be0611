'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Checkbox } from '@/app/ui/checkbox';
import { RadioGroup } from '@/app/ui/radio-group';
import type { RadioOption } from '@/app/ui/radio-group';
import { Select } from '@/app/ui/select';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { get } from 'react-hook-form';
import { MarkdownPreview } from './markdown-preview';
import { CharacterCount } from './character-count';
import { useField, useStepWords, useTyped } from './step-context';

type Words = { name: string; label: ReactNode; hint?: ReactNode; mark?: ReactNode };

export function TypedText({
  name,
  ...rest
}: Words & Pick<ComponentProps<typeof TextInput>, 'width' | 'type' | 'autoComplete' | 'inputMode' | 'aria-label'>) {
  return <TextInput {...rest} {...useField(name)} defaultValue={useTyped(name)} dir="auto" />;
}

type AreaProps = Words & {
  max?: number;
  rows?: number;
  /** It is rendered as Markdown and has a preview. */ markdown?: boolean;
};

/** `max` is shown below the field; a longer text is kept and marked, never cut. */
export function TypedArea({ name, max, markdown = false, ...rest }: AreaProps) {
  const area = (
    <TextArea
      {...rest}
      {...useField(name)}
      defaultValue={useTyped(name)}
      dir="auto"
      footnote={max && <CharacterCount name={name} max={max} />}
    />
  );
  if (!markdown) return area;
  return (
    <div>
      {area}
      <MarkdownPreview name={name} label={rest.label} />
    </div>
  );
}

export function TypedSelect({ name, children, ...rest }: Words & { children: ReactNode; className?: string }) {
  return (
    <Select {...rest} {...useField(name)} defaultValue={useTyped(name)}>
      {children}
    </Select>
  );
}

type RadioProps = { name: string; legend: ReactNode; hint?: ReactNode; mark?: ReactNode; options: RadioOption[] };

/** A choice of one among a few, none preselected; an answer is required. */
export function TypedRadios({ name, ...rest }: RadioProps) {
  const { id, error, ...control } = useField(name);
  return (
    <RadioGroup
      {...rest}
      id={id}
      name={name}
      error={error}
      defaultValue={useTyped(name)}
      inputProps={{ ...control, required: true }}
    />
  );
}

export function TypedCheckbox({ name, ...rest }: Words) {
  const ticked: unknown = get(useStepWords().values, name);
  return <Checkbox {...rest} {...useField(name)} defaultChecked={ticked === true || ticked === 'on'} />;
}
