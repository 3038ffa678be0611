'use client';

import { useActionState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import type { ButtonVariant } from '@/app/_components/button';
import type { FormAction } from '@/app/_server/action-state';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice } from './failure-notice';

type CommandProps = {
  action: FormAction;
  /** What the command is about, as hidden fields. */
  fields: Record<string, string>;
  label: string;
  /** For screen readers, where the label alone does not say what it is about. */
  about?: string;
  variant?: ButtonVariant;
  className?: string;
  children?: ReactNode;
};

/** One button that does one thing, and says so in words when it could not. */
export function Command({ action, fields, label, about, variant = 'secondary', className, children }: CommandProps) {
  const [{ result }, send, pending] = useActionState(action, UNSENT);
  return (
    <form action={send} className="space-y-3">
      {result?.ok === false && <FailureNotice failure={result} showIssues />}
      {children}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant={variant} disabled={pending} className={className}>
        {label}
        {about && <span className="sr-only"> {about}</span>}
      </Button>
    </form>
  );
}
