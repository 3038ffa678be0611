'use client';

import type { ReactNode } from 'react';
import { SubmitButton } from '@/app/ui/action-form';
import type { ButtonVariant } from '@/app/ui/button';
import type { FormAction } from '@/app/ui/action-state';
import { ContributorForm } from '@/app/(form)/form/contributor-form';

type ConfirmFormProps = {
  action: FormAction;
  contribution: string;
  button: string;
  /** Its accessible name, if the words of the button do not suffice. */
  label?: string;
  failed: string;
  variant?: ButtonVariant;
  children?: ReactNode;
};

/** One button for one action on a contribution; if it fails, the reason. After success the action redirects. */
export function ConfirmForm({
  action,
  contribution,
  button,
  label,
  failed,
  variant = 'primary',
  children,
}: ConfirmFormProps) {
  return (
    <ContributorForm
      action={action}
      fields={{ contribution }}
      done={null}
      failed={failed}
      className="space-y-5"
      buttons={
        <SubmitButton variant={variant} aria-label={label}>
          {button}
        </SubmitButton>
      }
    >
      {children}
    </ContributorForm>
  );
}
