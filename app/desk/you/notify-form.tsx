'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Checkbox } from '@/app/ui/checkbox';
import { RadioGroup } from '@/app/ui/radio-group';
import { DeskForm } from '@/app/desk/parts/desk-form';
import type { NotifyBy } from '@/lib/notifications/notice-schema';
import type { MailWish } from '@/lib/notifications/notices';
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

export function NotifyForm({ current }: { current: MailWish }) {
  return (
    <DeskForm
      action={chooseNotify}
      done="Saved"
      className="max-w-measure space-y-5"
      buttons={<SubmitButton variant="secondary">Save</SubmitButton>}
    >
      {({ typed }) => {
        const chosen = typed.notify ?? current.notify;
        const summary = typed.notify === undefined ? current.summary : typed.summary === 'on';
        return (
          <>
            <RadioGroup
              key={chosen}
              id="notify"
              name="notify"
              legend="Mail about what concerns you"
              options={WAYS}
              defaultValue={chosen}
            />
            <Checkbox
              key={`summary-${summary}`}
              id="summary"
              name="summary"
              defaultChecked={summary}
              label="Also a short mail each morning, where there is something to say"
              hint="New contributions, what waits for you, approvals, and calls that close within two weeks. It names references, and no contributor. Where you want one mail a day, it is the same one."
            />
          </>
        );
      }}
    </DeskForm>
  );
}
