'use client';

import { useTranslations } from 'next-intl';
import { createContext, useContext } from 'react';
import { get, useFormContext } from 'react-hook-form';
import { fieldId } from './names';
import type { Names } from './sentences';
import { sentenceOf } from './sentences';

type StepWords = {
  /** What stands in the fields when the page is made: what was saved, or what could not be. */
  values: unknown;
  names: Names;
};

const StepContext = createContext<StepWords>({ values: {}, names: {} });
export const StepProvider = StepContext.Provider;
export const useStepWords = () => useContext(StepContext);

/** The text that a field holds when the page is made. */
export function useTyped(name: string): string {
  const value: unknown = get(useStepWords().values, name);
  return typeof value === 'string' ? value : '';
}

/** Which of a group are ticked when the page is made. */
export function useTicked(name: string): string[] {
  const value: unknown = get(useStepWords().values, name);
  return Array.isArray(value)
    ? value.filter((entry) => typeof entry === 'string')
    : typeof value === 'string' && value !== ''
      ? [value]
      : [];
}

/** Everything a control takes from the form: id, name, what watches it, and the sentence for its fault. */
export function useField(name: string) {
  const { register, formState, trigger } = useFormContext();
  const t = useTranslations('errors');
  const message = messageOf(get(formState.errors, name));
  // A fault goes while it is being mended, not when the field is left: a page that moves under the pointer swallows clicks.
  const watched = register(name, { onChange: () => message !== undefined && void trigger(name) });
  return { id: fieldId(name), error: message === undefined ? undefined : sentenceOf(t, message), ...watched };
}

/** A fault of a whole list lies beside those of its rows, under `root`. */
function messageOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null) return undefined;
  if ('message' in fault && typeof fault.message === 'string') return fault.message;
  return 'root' in fault ? messageOf(fault.root) : undefined;
}
