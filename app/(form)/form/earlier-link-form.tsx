'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/app/ui/action-form';
import type { FormAction } from '@/app/ui/action-state';
import { TextInput } from '@/app/ui/text-input';
import { ContributorForm } from './contributor-form';

/** Asks for the private link of an earlier contribution, which goes to the address that it confirmed. */
export function EarlierLinkForm({ action }: { action: FormAction }) {
  const t = useTranslations('contribute.earlier.byMail');
  return (
    <ContributorForm
      action={action}
      done={t('done')}
      failed={t('failed')}
      className="space-y-5"
      buttons={<SubmitButton variant="secondary">{t('button')}</SubmitButton>}
    >
      {({ field }) => (
        <TextInput
          {...field('email')}
          type="email"
          label={t('email')}
          hint={t('hint')}
          autoComplete="email"
          inputMode="email"
        />
      )}
    </ContributorForm>
  );
}
