'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { Checkbox } from '@/app/ui/checkbox';
import { RadioGroup } from '@/app/ui/radio-group';
import type { RadioOption } from '@/app/ui/radio-group';
import { Select } from '@/app/ui/select';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { get } from 'react-hook-form';
import { MarkdownPreview } from './markdown-preview';
import { CharacterCount, WordCount } from './character-count';
import { useField, useStepWords, useTyped } from './step-context';
import { Understood } from './understood';
import type { ReadAs } from './understood';

type Words = { name: string; label: ReactNode; hint?: ReactNode; mark?: ReactNode };

type FieldWords = Words & { /** For screen readers only, where the page shows it elsewhere. */ labelHidden?: boolean };

type Limits = { max?: number; maxWords?: number };
type TextProps = FieldWords &
  Limits & {
    /** Below the field, how its text is understood. */ readAs?: ReadAs;
  } & Pick<ComponentProps<typeof TextInput>, 'width' | 'type' | 'autoComplete' | 'inputMode' | 'aria-label'>;

export function TypedText({ name, max, maxWords, readAs, ...rest }: TextProps) {
  const input = <TextInput {...rest} {...useField(name)} defaultValue={useTyped(name)} dir="auto" />;
  if (readAs)
    return (
      <div>
        {input}
        <Understood name={name} as={readAs} />
      </div>
    );
  if (max === undefined) return input;
  return (
    <div>
      {input}
      <p className="mt-1 text-sm text-muted">
        <TextCount name={name} max={max} maxWords={maxWords} />
      </p>
    </div>
  );
}

/** How much may be written, in words where the questionnaire counts words. */
function TextCount({ name, max, maxWords }: { name: string } & Limits) {
  if (maxWords !== undefined) return <WordCount name={name} max={maxWords} />;
  return max === undefined ? null : <CharacterCount name={name} max={max} />;
}

type AreaProps = FieldWords &
  Limits & {
    rows?: number;
    /** Where a heading above says it. */ labelHidden?: boolean;
    /** It is rendered as Markdown and has a preview. */ markdown?: boolean;
  };

/** `max` is shown below the field; a longer text is kept and marked, never cut. */
export function TypedArea({ name, max, maxWords, markdown = false, ...rest }: AreaProps) {
  const area = (
    <TextArea
      {...rest}
      {...useField(name)}
      defaultValue={useTyped(name)}
      dir="auto"
      footnote={max && <TextCount name={name} max={max} maxWords={maxWords} />}
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

export function TypedSelect({ name, children, ...rest }: FieldWords & { children: ReactNode; className?: string }) {
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

type TypedChoiceProps = {
  name: string;
  hint?: string;
  mark?: string;
  legend: string;
  options: { value: string; label: string }[];
  /** Whether an answer can be taken back. */ clearable: boolean;
  inline?: boolean;
};

/** One of a few. Without a script, a radio button can't be cleared: “No answer” is one of them. */
export function TypedChoice({ name, options, clearable, ...rest }: TypedChoiceProps) {
  const t = useTranslations('questions');
  const { id, error, ...control } = useField(name);
  return (
    <RadioGroup
      {...rest}
      id={id}
      name={name}
      error={error}
      defaultValue={useTyped(name)}
      inputProps={control}
      options={
        clearable ? [...options, { value: '', label: <span className="text-muted">{t('noAnswer')}</span> }] : options
      }
    />
  );
}
