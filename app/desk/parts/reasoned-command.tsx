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
  /** The subject of the command, as hidden fields. */
  fields: Record<string, string>;
  /** The words that open the form. */
  summary: string;
  /** For screen readers, if the summary alone does not name the subject. */
  about?: string;
  label: string;
  hint: string;
  /** The submit button. */
  button: string;
  /** The message on success. */
  done: ReactNode | ((output: Output) => ReactNode);
  variant?: ButtonVariant;
  name?: 'reason' | 'answer' | 'note';
  /** Further choices, below the reason. */
  children?: ReactNode;
};

/** An action with a reason: folded at first, and open after it was rejected. The typed text stays. */
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
