'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { TextArea } from '@/app/_components/text-area';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { writeNote } from './correspondence-actions';

/** A word to the contributor that asks for nothing; they get it by mail and find it on their status page. */
export function NoteForm({ reference }: { reference: string }) {
  const [{ result, typed }, send, pending] = useActionState(writeNote, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = failure?.issues?.find(({ path }) => path === 'text');
  return (
    <details open={result !== null} className="mt-4 max-w-measure">
      <summary className="link w-fit">Write to the contributor</summary>
      <form action={send} className="mt-4 space-y-4" noValidate>
        {result?.ok && <Notice kind="success" role="status" title="Your message is on its way" />}
        {failure && !fault && <FailureNotice failure={failure} />}
        <input type="hidden" name="reference" value={reference} />
        <TextArea id="note-text" name="text" label="Message" hint="They read it on the status page and, with a confirmed address, by mail at once." rows={3} defaultValue={typed.text} error={fault && faultInWords(fault.code)} />
        <Button type="submit" variant="secondary" disabled={pending}>
          Send the message
        </Button>
      </form>
    </details>
  );
}
