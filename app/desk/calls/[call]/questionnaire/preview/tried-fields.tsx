'use client';

import type { ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { StepProvider } from '@/app/(form)/form/step-context';
import type { Names } from '@/app/(form)/form/sentences';

const nothing = () => {};

/** Fields of the form to try out: they belong to no form, so that nothing can be sent. */
export function TriedFields({ names, children }: { names: Names; children: ReactNode }) {
  const form = useForm();
  return (
    <FormProvider {...form}>
      <StepProvider value={{ values: {}, names, formChanged: nothing }}>
        <div className="space-y-6">{children}</div>
      </StepProvider>
    </FormProvider>
  );
}
