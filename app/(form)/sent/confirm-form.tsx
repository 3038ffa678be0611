'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@/app/ui/button';
import type { ButtonVariant } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { sentOnce } from '@/app/ui/sent-once';
import type { FormAction } from '@/app/ui/action-state';
import { initialState } from '@/app/ui/action-state';

type ConfirmFormProps = {
  action: FormAction;
  contribution: string;
  button: string;
  failed: string;
  variant?: ButtonVariant;
  children?: ReactNode;
};

/** One button for one action on a contribution; if it fails, the reason. */
export function ConfirmForm({ action, contribution, button, failed, variant = 'primary', children }: ConfirmFormProps) {
  const [{ result }, send, pending] = useActionState(action, initialState);
  const once = sentOnce(pending);
  const reasons = useTranslations('errors.reasons');
  return (
    <form action={send} {...once.form} className="space-y-5">
      <input type="hidden" name="contribution" value={contribution} />
      {children}
      {result?.ok === false && (
        <Notice kind="error" role="alert" title={failed}>
          <p>{reasons(result.reason)}</p>
        </Notice>
      )}
      <Button type="submit" variant={variant} {...once.button}>
        {button}
      </Button>
    </form>
  );
}
