'use client';

import { SubmitButton } from '@/app/ui/action-form';
import type { FormAction } from '@/app/ui/action-state';
import { Checkbox } from '@/app/ui/checkbox';
import { ContributorForm } from '@/app/(form)/form/contributor-form';

type EntryFormProps = {
  action: FormAction;
  contribution: string;
  words: Record<'consent' | 'hint' | 'button' | 'failed', string>;
};

/** The contributor's consent to what an editor entered in their name. */
export function EntryForm({ action, contribution, words }: EntryFormProps) {
  return (
    <ContributorForm
      action={action}
      fields={{ contribution }}
      done={null}
      failed={words.failed}
      className="max-w-measure space-y-5"
      buttons={<SubmitButton>{words.button}</SubmitButton>}
    >
      {({ fault }) => (
        <Checkbox id="consent" name="consent" label={words.consent} hint={words.hint} error={fault('consent')} />
      )}
    </ContributorForm>
  );
}
