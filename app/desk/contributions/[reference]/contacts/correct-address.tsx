'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { correctAddress } from './actions';

/** For an address that was mistyped, or that takes no mail any more. */
export function CorrectAddress({ reference }: { reference: string }) {
  return (
    <DeskForm
      action={correctAddress}
      fields={{ reference }}
      summary="Correct the address"
      done="Corrected. Its owner is asked to confirm it; all other mails wait until then."
      className="mt-3 space-y-3"
      buttons={<SubmitButton variant="secondary">Correct it</SubmitButton>}
    >
      {({ field }) => (
        <TextInput
          {...field('email')}
          id="corrected-email"
          type="email"
          label="The right address"
          hint="Only as the contributor told you. Links that were mailed to the former one confirm nothing any more."
          autoComplete="off"
        />
      )}
    </DeskForm>
  );
}
