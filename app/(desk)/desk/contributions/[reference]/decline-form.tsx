'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { ReasonField } from '@/app/(desk)/desk/_parts/reason-field';
import { decline } from './actions';

export function DeclineForm({ reference }: { reference: string }) {
  const [{ result, typed }, send, pending] = useActionState(decline, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = failure?.issues?.find(({ path }) => path === 'reason');
  return (
    <details open={failure !== null} className="mt-8 max-w-measure">
      <summary className="link w-fit">Decline it instead</summary>
      <form action={send} className="mt-4 space-y-4" noValidate>
        {failure && !fault && <FailureNotice failure={failure} />}
        <input type="hidden" name="reference" value={reference} />
        <ReasonField
          id="decline-reason"
          name="reason"
          label="Reason for declining"
          hint="The contributor reads it. It is not published."
          rows={3}
          defaultValue={typed.reason}
          error={fault && faultInWords(fault.code)}
        />
        <Button type="submit" variant="danger" disabled={pending}>
          Decline
        </Button>
      </form>
    </details>
  );
}
