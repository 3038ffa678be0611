'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { TextArea } from '@/app/ui/text-area';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { stateInterests } from './actions';

const HINT =
  'For whom you work, what you are a member of, and which agreements you helped to write or sign. If there is nothing, write so.';

/** Where an editor states their interests; the newest statement is in the field. */
export function InterestsForm({ current }: { current: string }) {
  return (
    <DeskForm
      action={stateInterests}
      done="Stated, with the date of today"
      className="max-w-measure space-y-5"
      buttons={<SubmitButton variant="secondary">State this today</SubmitButton>}
    >
      {({ field, typed }) => (
        <TextArea
          {...field('text')}
          id="own-interests"
          label="What concerns you"
          hint={HINT}
          rows={4}
          defaultValue={typed.text ?? current}
        />
      )}
    </DeskForm>
  );
}
