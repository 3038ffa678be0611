'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { TextInput } from '@/app/_components/text-input';
import { UNSENT } from '@/app/_server/action-state';
import type { FormAction } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';

type NameFormProps = {
  action: FormAction;
  /** What is named, as hidden fields. */
  fields: Record<string, string>;
  id: string;
  label: string;
  name?: string;
  button: string;
  done: string;
};

const FAULTS: Record<string, string> = {
  name_taken: 'You have another view of this name.',
  too_many: 'You keep as many views as there can be. Remove one first, or use the name of one to replace it.',
};

/** A name for a view of the queue. */
export function NameForm({ action, fields, id, label, name = '', button, done }: NameFormProps) {
  const [{ result, typed }, send, pending] = useActionState(action, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = failure?.issues?.find(({ path }) => path === 'name');
  return (
    <form action={send} className="space-y-3" noValidate>
      {result?.ok && <Notice kind="success" role="status" title={done} />}
      {failure && !fault && <FailureNotice failure={failure} />}
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <TextInput id={id} name="name" label={label} maxLength={60} width="medium" autoComplete="off" defaultValue={typed.name ?? name} error={fault && (FAULTS[fault.code] ?? faultInWords(fault.code))} />
        <Button type="submit" variant="secondary" disabled={pending}>
          {button}
        </Button>
      </div>
    </form>
  );
}
