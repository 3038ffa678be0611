'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { RadioGroup } from '@/app/ui/radio-group';
import { DeskForm } from '@/app/desk/parts/desk-form';
import type { NotifyBy } from '@/lib/notifications/notice-schema';
import { chooseNotify } from './actions';

const WAYS: { value: NotifyBy; label: string; hint: string }[] = [
  { value: 'instant', label: 'At once', hint: 'A mail for each thing, as it happens.' },
  {
    value: 'daily',
    label: 'Once a day',
    hint: 'One mail each morning (06:30 UTC) with what you have not read by then, if there is anything.',
  },
  { value: 'none', label: 'Not at all', hint: 'Everything waits for you on this page.' },
];

export function NotifyForm({ current }: { current: NotifyBy }) {
  return (
    <DeskForm
      action={chooseNotify}
      done="Saved"
      className="max-w-measure space-y-5"
      buttons={<SubmitButton variant="secondary">Save</SubmitButton>}
    >
      {({ typed }) => {
        const chosen = typed.notify ?? current;
        return (
          <RadioGroup
            key={chosen}
            id="notify"
            name="notify"
            legend="Mail about what concerns you"
            options={WAYS}
            defaultValue={chosen}
          />
        );
      }}
    </DeskForm>
  );
}
