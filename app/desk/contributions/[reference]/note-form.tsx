'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { TextArea } from '@/app/ui/text-area';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { writeNote } from './correspondence-actions';

/** A message that asks the contributor for nothing; it is mailed and shown on their status page. */
export function NoteForm({ reference }: { reference: string }) {
  return (
    <div className="mt-4">
      <DeskForm
        action={writeNote}
        fields={{ reference }}
        done="Your message is on their status page. It is mailed too if their address is confirmed."
        summary="Write to the contributor"
        className="mt-4 space-y-4"
        buttons={<SubmitButton variant="secondary">Send the message</SubmitButton>}
      >
        {({ field }) => (
          <TextArea
            {...field('text')}
            id="note-text"
            label="Message"
            hint="They read it on the status page and, with a confirmed address, by mail at once."
            rows={3}
          />
        )}
      </DeskForm>
    </div>
  );
}
