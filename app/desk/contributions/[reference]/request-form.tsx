'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { TextArea } from '@/app/ui/text-area';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { askForChanges } from './correspondence-actions';
import { itemFields } from './request-items';

export type Askable = { kind: 'question' | 'cell'; id: string; label: string };

/** Requests changes from the contributor: in general, and per answer or proposed value. Only filled fields are sent. */
export function RequestForm({ reference, places }: { reference: string; places: readonly Askable[] }) {
  return (
    <div className="mt-6">
      <DeskForm
        action={askForChanges}
        fields={{ reference }}
        done="Your request is on their status page. It is mailed too if their address is confirmed. The contribution waits for its contributor now."
        summary="Ask for changes"
        className="mt-4 space-y-5"
        buttons={<SubmitButton variant="secondary">Send the request</SubmitButton>}
      >
        {({ typed, fault, field }) => {
          const items = itemFields(typed);
          return (
            <>
              <TextArea
                {...field('text')}
                id="request-text"
                label="What has to change"
                hint="The contributor reads it on the status page and, with a confirmed address, by mail at once."
                rows={4}
              />
              <details open={places.some(({ kind, id }) => typed[`${kind}.${id}`])}>
                <summary className="link w-fit text-sm">For single answers and values</summary>
                <div className="mt-3 space-y-4">
                  {places.map(({ kind, id, label }) => {
                    const name = `${kind}.${id}`;
                    const at = items.findIndex((item) => item.kind === kind && item.id === id);
                    return (
                      <TextArea
                        key={name}
                        id={`request-${name}`}
                        name={name}
                        label={label}
                        rows={2}
                        defaultValue={typed[name]}
                        error={at < 0 ? undefined : fault(`items.${at}.text`)}
                      />
                    );
                  })}
                </div>
              </details>
            </>
          );
        }}
      </DeskForm>
    </div>
  );
}
