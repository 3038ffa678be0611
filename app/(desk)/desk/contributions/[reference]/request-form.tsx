'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { TextArea } from '@/app/_components/text-area';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { askForChanges } from './correspondence-actions';
import { itemFields } from './request-items';

export type Askable = { kind: 'question' | 'cell'; id: string; label: string };

/** Asks the contributor to change what they sent: in general, and per answer or proposed value. Only what is filled in is sent. */
export function RequestForm({ reference, places }: { reference: string; places: readonly Askable[] }) {
  const [{ result, typed }, send, pending] = useActionState(askForChanges, UNSENT);
  const failure = result?.ok === false ? result : null;
  const faultOf = (path: string) => failure?.issues?.find((issue) => issue.path === path)?.code;
  const items = itemFields(typed);
  const inParticular = places.some(({ kind, id }) => typed[`${kind}.${id}`]);
  return (
    <details open={failure !== null} className="mt-6 max-w-measure">
      <summary className="link w-fit">Ask for changes</summary>
      <form action={send} className="mt-4 space-y-5" noValidate>
        {failure && !faultOf('text') && <FailureNotice failure={failure} showIssues />}
        <input type="hidden" name="reference" value={reference} />
        <TextArea
          id="request-text"
          name="text"
          label="What has to change"
          hint="The contributor reads it on the status page and, with a confirmed address, by mail at once."
          rows={4}
          defaultValue={typed.text}
          error={withWords(faultOf('text'))}
        />
        <details open={inParticular}>
          <summary className="link w-fit text-sm">For single answers and values</summary>
          <div className="mt-3 space-y-4">
            {places.map(({ kind, id, label }) => {
              const name = `${kind}.${id}`;
              const at = items.findIndex((item) => item.kind === kind && item.id === id);
              return <TextArea key={name} id={`request-${name}`} name={name} label={label} rows={2} defaultValue={typed[name]} error={at < 0 ? undefined : withWords(faultOf(`items.${at}.text`))} />;
            })}
          </div>
        </details>
        <Button type="submit" variant="secondary" disabled={pending}>
          Send the request
        </Button>
      </form>
    </details>
  );
}

const withWords = (code: string | undefined) => code && faultInWords(code);
