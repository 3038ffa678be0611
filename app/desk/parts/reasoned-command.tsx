'use client';

import { useId } from 'react';
import type { ReactNode } from 'react';
import { SubmitButton } from '@/app/ui/action-form';
import type { ButtonVariant } from '@/app/ui/button';
import type { FormAction } from '@/app/ui/action-state';
import { DeskForm } from './desk-form';
import { FormReasonField } from './reason-field';

type ReasonedCommandProps<Output extends object> = {
  action: FormAction<Output>;
  /** What the command is about, as hidden fields. */
  fields: Record<string, string>;
  /** What opens the form. */
  summary: string;
  /** For screen readers, where the summary alone does not say what it is about. */
  about?: string;
  label: string;
  hint: string;
  /** The button that does it. */
  button: string;
  /** What is said when it is done. */
  done: ReactNode | ((output: Output) => ReactNode);
  variant?: ButtonVariant;
  name?: 'reason' | 'answer';
  /** What else is to be chosen, below the reason. */
  children?: ReactNode;
};

/** Something that is done with a reason: folded away until it is wanted, open as long as it was refused. What was typed stays. */
export function ReasonedCommand<Output extends object>({
  action,
  fields,
  summary,
  about,
  label,
  hint,
  button,
  done,
  variant = 'secondary',
  name = 'reason',
  children,
}: ReasonedCommandProps<Output>) {
  const id = useId();
  return (
    <DeskForm
      action={action}
      fields={fields}
      done={done}
      summaryClass="text-sm"
      summary={
        <>
          {summary}
          {about && <span className="sr-only"> {about}</span>}
        </>
      }
      className="mt-3 mb-2 space-y-4"
      buttons={<SubmitButton variant={variant}>{button}</SubmitButton>}
    >
      {({ typed, fault }) => (
        <>
          <FormReasonField
            id={`${id}-reason`}
            name={name}
            label={label}
            hint={hint}
            defaultValue={typed[name]}
            error={fault(name)}
          />
          {children}
        </>
      )}
    </DeskForm>
  );
}
