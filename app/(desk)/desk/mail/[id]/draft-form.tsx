'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { TextArea } from '@/app/_components/text-area';
import { TextInput } from '@/app/_components/text-input';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { saveDraft } from './actions';

type DraftFormProps = {
  id: string;
  subject: string;
  usualSubject: string;
  note: string;
  /** Whether its contribution may still be published, so that the mail can wait for that. */
  canWait: boolean;
};

/** What an editor may change in a draft, and the ways it can leave. */
export function DraftForm({ id, subject, usualSubject, note, canWait }: DraftFormProps) {
  const [{ result, typed }, send, pending] = useActionState(saveDraft, UNSENT);
  const failure = result?.ok === false ? result : null;
  const faultOf = (field: string) => {
    const fault = failure?.issues?.find(({ path }) => path === field);
    return fault && faultInWords(fault.code);
  };
  return (
    <form action={send} className="space-y-4" noValidate>
      {failure && <FailureNotice failure={failure} />}
      {result?.ok && <Notice kind="success" role="status" title="Saved. The mail below shows it." />}
      <input type="hidden" name="id" value={id} />
      <TextInput
        id="subject"
        name="subject"
        label="Subject"
        mark="optional"
        hint={`Left empty, it reads “${usualSubject}”.`}
        maxLength={200}
        defaultValue={typed.subject ?? subject}
        error={faultOf('subject')}
      />
      <TextArea
        id="note"
        name="note"
        label="A word of your own"
        mark="optional"
        hint="It stands at the head of the mail, marked as coming from the editors."
        rows={3}
        defaultValue={typed.note ?? note}
        error={faultOf('note')}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="intent" value="send" disabled={pending}>
          Send now
        </Button>
        {canWait && (
          <Button type="submit" name="intent" value="wait" variant="secondary" disabled={pending}>
            Send with the publication
          </Button>
        )}
        <Button type="submit" name="intent" value="save" variant="secondary" disabled={pending}>
          Save and look again
        </Button>
      </div>
    </form>
  );
}
