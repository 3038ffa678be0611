'use client';

import { useTranslations } from 'next-intl';
import { createContext, useContext } from 'react';
import { get, useFormContext } from 'react-hook-form';
import { fieldId } from './names';
import type { Names } from './sentences';
import { sentenceOf } from './sentences';

type StepWords = {
  /** The initial values of the fields: the saved ones, or those that could not be saved. */
  values: unknown;
  names: Names;
  /** Saves the form later, after a button changed it: typing does so by itself. */
  formChanged: () => void;
};

const StepContext = createContext<StepWords>({ values: {}, names: {}, formChanged: () => {} });
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

/** Everything a control needs from the form: id, name, change handler and the sentence for its fault. */
export function useField(name: string) {
  const { register, formState, trigger } = useFormContext();
  const t = useTranslations('errors');
  const message = messageOf(get(formState.errors, name));
  // A fault disappears while it is corrected, not on leaving the field: if the page moved then, a click could miss its
  // target.
  const watched = register(name, { onChange: () => message !== undefined && void trigger(name) });
  return { id: fieldId(name), error: message === undefined ? undefined : sentenceOf(t, message), ...watched };
}

/** A fault of a whole list is under `root`, beside those of its rows. */
function messageOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null) return undefined;
  if ('message' in fault && typeof fault.message === 'string') return fault.message;
  return 'root' in fault ? messageOf(fault.root) : undefined;
}
