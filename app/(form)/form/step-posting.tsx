'use client';

import { createContext, use, useActionState } from 'react';
import type { ReactNode } from 'react';
import type { ActionState } from '@/app/ui/action-state';
import type { Carried } from '@/app/ui/action-form';
import { useHydrated } from './use-hydrated';
import type { SaveOutcome, SaveThisStep } from './outcome';

/** The id of the form that saves the step. */
export const STEP_FORM = 'step-form';

type Posting = { posted: SaveOutcome; action: (form: FormData) => void };

const StepPost = createContext<Posting | null>(null);

type StepPostingProps = { save: SaveThisStep; address: string; children: ReactNode };

/** Around the page of one step: its form, and the small forms beside it, know what a form sent without a script gave. */
export function StepPosting({ save, address, children }: StepPostingProps) {
  const [posted, action] = useActionState(save, null, address);
  return <StepPost value={{ posted, action }}>{children}</StepPost>;
}

/** The step's form, sent without a script. */
export function useStepPosting(): Posting {
  const posting = use(StepPost);
  if (!posting) throw new Error('A StepForm needs a StepPosting around it');
  return posting;
}

/**
 * For a small form beside the form of a step: without a script, it goes together with that form, which is saved, because
 * the browser would lose what is typed there. `came` is its own result. Nothing on a page that has no step to save.
 */
export function useBesideStep<Output extends object>(name: string): { carried?: Carried; came?: ActionState<Output> } {
  const posting = use(StepPost);
  const hydrated = useHydrated();
  if (!posting) return {};
  const beside = posting.posted?.beside;
  return {
    ...(!hydrated && { carried: { form: STEP_FORM, name } }),
    // the server's answer to the form of this name
    ...(beside?.name === name && { came: beside.state as ActionState<Output> }),
  };
}
