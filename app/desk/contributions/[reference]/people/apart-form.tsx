'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Checkbox } from '@/app/ui/checkbox';
import { Notice } from '@/app/ui/notice';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FormReasonField } from '@/app/desk/parts/reason-field';
import { stateApart } from './actions';

/**
 * Where an affiliation looks like the editor's own organisation, they can state that it is another, and how they know.
 */
export function ApartForm({ reference }: { reference: string }) {
  return (
    <Notice kind="warning" title="This may come from your own organisation">
      <p>
        Its affiliation looks like your organisation. If it is the same, another editor has to decide on it. If it is
        not, say so:
      </p>
      <DeskForm
        action={stateApart}
        fields={{ reference }}
        done="It is recorded: you may decide on it."
        className="mt-2 max-w-measure space-y-4"
        buttons={<SubmitButton variant="secondary">Record it</SubmitButton>}
      >
        {({ typed, fault, field }) => (
          <>
            <Checkbox
              id="apart"
              name="apart"
              label="It is of another organisation than mine."
              defaultChecked={typed.apart === 'on'}
              error={fault('apart')}
            />
            <FormReasonField
              {...field('reason')}
              id="apart-reason"
              label="How you know"
              hint="Other editors read it."
            />
          </>
        )}
      </DeskForm>
    </Notice>
  );
}
