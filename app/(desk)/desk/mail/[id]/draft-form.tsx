'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { TextArea } from '@/app/_components/text-area';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { saveDraft } from './actions';

export function DraftForm({ id, note }: { id: string; note: string }) {
  const [{ result, typed }, send, pending] = useActionState(saveDraft, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = failure?.issues?.find(({ path }) => path === 'note');
  return (
    <form action={send} className="space-y-4" noValidate>
      {failure && !fault && <FailureNotice failure={failure} />}
      {result?.ok && <Notice kind="success" role="status" title="Saved. The mail below shows it." />}
      <input type="hidden" name="id" value={id} />
      <TextArea
        id="note"
        name="note"
        label="A word of your own"
        mark="optional"
        hint="It stands at the head of the mail, marked as coming from the editors."
        rows={3}
        defaultValue={typed.note ?? note}
        error={fault && faultInWords(fault.code)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="intent" value="send" disabled={pending}>
          Send
        </Button>
        <Button type="submit" name="intent" value="save" variant="secondary" disabled={pending}>
          Save and look again
        </Button>
      </div>
    </form>
  );
}
