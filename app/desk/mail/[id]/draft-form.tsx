'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { ReturnButton } from '@/app/ui/return-button';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { saveDraft } from './actions';
import type { SavedDraft } from './actions';

type DraftFormProps = {
  id: string;
  subject: string;
  usualSubject: string;
  note: string;
  /** Whether its contribution may still be published, so that the mail can wait for that. */
  canWait: boolean;
};

const SAID = {
  save: 'Saved. The mail below shows it.',
  send: 'Sent. Its state is shown above.',
  wait: 'Saved. It is scheduled with the publication.',
  at: 'Saved. It is scheduled: when it is sent is shown above.',
} as const;

const WAITS = 'It waits: the address is not confirmed. It is sent when its owner confirms it.';

/** The text that an editor may change in a draft, and the ways to send it. */
export function DraftForm({ id, subject, usualSubject, note, canWait }: DraftFormProps) {
  return (
    <DeskForm
      action={saveDraft}
      fields={{ id }}
      done={({ intent, waits }: SavedDraft) => (waits ? WAITS : SAID[intent])}
      className="space-y-4"
      buttons={
        <>
          <SubmitButton name="intent" value="send">
            Send now
          </SubmitButton>
          {canWait && (
            <SubmitButton name="intent" value="wait" variant="secondary">
              Send with the publication
            </SubmitButton>
          )}
          <SubmitButton name="intent" value="save" variant="secondary">
            Save and look again
          </SubmitButton>
        </>
      }
    >
      {({ field, fault }) => (
        <>
          {/* Not the button that sends the mail. */}
          <ReturnButton value="save" />
          <TextInput
            {...field('subject', subject)}
            label="Subject"
            mark="optional"
            hint={`Left empty, it reads “${usualSubject}”.`}
            maxLength={200}
          />
          <TextArea
            {...field('note', note)}
            label="A word of your own"
            mark="optional"
            hint="It comes first in the mail, marked as coming from the editors."
            rows={3}
          />
          <details open={fault('sendAfter') !== undefined}>
            <summary className="link w-fit">Send it later</summary>
            <div className="mt-3 flex flex-wrap items-end gap-4">
              <TextInput
                {...field('sendAfter')}
                type="datetime-local"
                label="Not before (UTC)"
                hint="A day and a time in the next twelve months."
                width="medium"
              />
              <SubmitButton name="intent" value="at" variant="secondary">
                Schedule it
              </SubmitButton>
            </div>
          </details>
        </>
      )}
    </DeskForm>
  );
}
