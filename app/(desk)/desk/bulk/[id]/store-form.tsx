'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { TextArea } from '@/app/_components/text-area';
import { UNSENT } from '@/app/_server/action-state';
import type { ActionState } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { store } from './actions';

type StoreFormProps = { id: string; cells: number; faults: number; moved: number };

/** Proposes what the report says. How many cells that are stands on the button. */
export function StoreForm({ id, cells, faults, moved }: StoreFormProps) {
  const [{ result, typed }, send, pending] = useActionState<ActionState<{ reference: string }>, FormData>(store, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = failure?.issues?.find(({ path }) => path === 'comment');
  return (
    <form action={send} className="max-w-measure space-y-5" noValidate>
      {failure?.reason === 'stale' ? (
        <Notice kind="warning" role="alert" title="The dataset has changed since the file was checked">
          <p>It has been checked anew. Please read the report once more before you propose it.</p>
        </Notice>
      ) : (
        failure && !fault && <FailureNotice failure={failure} />
      )}
      {faults > 0 && (
        <Notice kind="warning" title={faults === 1 ? 'One row is at fault' : `${faults.toLocaleString('en')} rows are at fault`}>
          <p>They are left out if you go on. Or correct the file and upload it again.</p>
        </Notice>
      )}
      {moved > 0 && (
        <Notice kind="info" title={moved === 1 ? 'One cell has changed since your download' : `${moved.toLocaleString('en')} cells have changed since your download`}>
          <p>What you propose for them will be shown as a conflict, to be looked at one by one.</p>
        </Notice>
      )}
      <input type="hidden" name="id" value={id} />
      <TextArea
        id="comment"
        name="comment"
        label="Why"
        hint="Whoever decides reads it with each agreement. It is not published."
        rows={3}
        defaultValue={typed.comment}
        error={fault && faultInWords(fault.code)}
      />
      <Button type="submit" disabled={pending}>
        {pending ? 'Proposing…' : cells === 1 ? 'Propose this one cell' : `Propose these ${cells.toLocaleString('en')} cells`}
      </Button>
    </form>
  );
}
