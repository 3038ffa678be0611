'use client';

import { useActionState, useId } from 'react';
import { Button } from '@/app/_components/button';
import type { ButtonVariant } from '@/app/_components/button';
import { UNSENT } from '@/app/_server/action-state';
import type { FormAction } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from './failure-notice';
import { ReasonField } from './reason-field';

type ReasonedCommandProps = {
  action: FormAction;
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
  variant?: ButtonVariant;
  name?: 'reason' | 'answer';
};

/** Something that is done with a reason: folded away until it is wanted, open as long as it was refused. What was typed stays. */
export function ReasonedCommand({ action, fields, summary, about, label, hint, button, variant = 'secondary', name = 'reason' }: ReasonedCommandProps) {
  const [{ result, typed }, send, pending] = useActionState(action, UNSENT);
  const id = useId();
  const failure = result?.ok === false ? result : null;
  const fault = failure?.issues?.find(({ path }) => path === name);
  return (
    <details open={failure !== null} className="max-w-measure">
      <summary className="link w-fit text-sm">
        {summary}
        {about && <span className="sr-only"> {about}</span>}
      </summary>
      <form action={send} className="mt-3 mb-2 space-y-4" noValidate>
        {failure && !fault && <FailureNotice failure={failure} />}
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <ReasonField id={`${id}-reason`} name={name} label={label} hint={hint} defaultValue={typed[name]} error={fault && faultInWords(fault.code)} />
        <Button type="submit" variant={variant} disabled={pending}>
          {button}
        </Button>
      </form>
    </details>
  );
}
