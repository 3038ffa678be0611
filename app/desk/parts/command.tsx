'use client';

import type { ReactNode } from 'react';
import { SubmitButton } from '@/app/ui/action-form';
import type { ButtonVariant } from '@/app/ui/button';
import type { FormAction } from '@/app/ui/action-state';
import { DeskForm } from './desk-form';

type CommandProps = {
  action: FormAction;
  /** The subject of the command, as hidden fields. */
  fields: Record<string, string>;
  label: string;
  /** The message on success. */
  done: string;
  /** For screen readers, if the label alone does not name the subject. */
  about?: string;
  variant?: ButtonVariant;
  className?: string;
  children?: ReactNode;
};

/** One button for one action, with a message on success or failure. */
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
