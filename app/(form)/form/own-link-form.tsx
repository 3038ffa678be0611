'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/app/ui/action-form';
import type { FormAction } from '@/app/ui/action-state';
import { TextInput } from '@/app/ui/text-input';
import { ContributorForm } from './contributor-form';

/** Asks for an address, and for a reference if only one contribution is meant. After success the action redirects. */
export function OwnLinkForm({ action }: { action: FormAction }) {
  const t = useTranslations('returning.own');
  return (
    <ContributorForm
      action={action}
      done={null}
      failed={t('failed')}
      className="mb-12 max-w-measure space-y-5"
      buttons={<SubmitButton>{t('button')}</SubmitButton>}
    >
      {({ field }) => (
        <>
          <TextInput
            {...field('email')}
            type="email"
            label={t('email')}
            hint={t('emailHint')}
            autoComplete="email"
            inputMode="email"
          />
          <TextInput {...field('reference')} label={t('reference')} hint={t('referenceHint')} width="short" />
        </>
      )}
    </ContributorForm>
  );
}
