'use client';

import type { ReactNode } from 'react';
import { SubmitButton } from '@/app/ui/action-form';
import type { ButtonVariant } from '@/app/ui/button';
import type { FormAction } from '@/app/ui/action-state';
import { DeskForm } from './desk-form';

type CommandProps = {
  action: FormAction;
  /** What the command is about, as hidden fields. */
  fields: Record<string, string>;
  label: string;
  /** What is said when it is done. */
  done: string;
  /** For screen readers, where the label alone does not say what it is about. */
  about?: string;
  variant?: ButtonVariant;
  className?: string;
  children?: ReactNode;
};

/** One button that does one thing, and says in words that it has or why it could not. */
export function Command({
  action,
  fields,
  label,
  done,
  about,
  variant = 'secondary',
  className,
  children,
}: CommandProps) {
  return (
    <DeskForm
      action={action}
      fields={fields}
      done={done}
      className="space-y-3"
      buttons={
        <SubmitButton variant={variant} className={className}>
          {label}
          {about && <span className="sr-only"> {about}</span>}
        </SubmitButton>
      }
    >
      {children}
    </DeskForm>
  );
}
