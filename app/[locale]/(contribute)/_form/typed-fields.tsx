'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { Checkbox } from '@/app/_components/checkbox';
import { Select } from '@/app/_components/select';
import { TextArea } from '@/app/_components/text-area';
import { TextInput } from '@/app/_components/text-input';
import { get } from 'react-hook-form';
import { useField, useStepWords, useTyped } from './step-context';

type Words = { name: string; label: ReactNode; hint?: ReactNode; mark?: ReactNode };

export function TypedText({ name, ...rest }: Words & Pick<ComponentProps<typeof TextInput>, 'width' | 'type' | 'autoComplete' | 'inputMode' | 'aria-label'>) {
  return <TextInput {...rest} {...useField(name)} defaultValue={useTyped(name)} dir="auto" />;
}

/** `max` is said below the field; what is longer is kept and marked, never cut. */
export function TypedArea({ name, max, ...rest }: Words & { max?: number; rows?: number }) {
  return <TextArea {...rest} {...useField(name)} defaultValue={useTyped(name)} dir="auto" footnote={max && <Room name={name} max={max} />} />;
}

function Room({ name, max }: { name: string; max: number }) {
  const t = useTranslations('contribute.form');
  const typed = useTyped(name);
  const now: unknown = useWatch({ name });
  const left = max - (typeof now === 'string' ? now : typed).length;
  if (left < 0) return <span className="font-semibold text-danger">{t('charactersOver', { over: -left })}</span>;
  return left < max / 5 ? t('charactersLeft', { left }) : t('characters', { max });
}

export function TypedSelect({ name, children, ...rest }: Words & { children: ReactNode; className?: string }) {
  return (
    <Select {...rest} {...useField(name)} defaultValue={useTyped(name)}>
      {children}
    </Select>
  );
}

export function TypedCheckbox({ name, ...rest }: Words) {
  const ticked: unknown = get(useStepWords().values, name);
  return <Checkbox {...rest} {...useField(name)} defaultChecked={ticked === true || ticked === 'on'} />;
}
