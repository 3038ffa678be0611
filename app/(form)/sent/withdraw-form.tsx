'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/app/ui/action-form';
import { TextInput } from '@/app/ui/text-input';
import type { FormAction } from '@/app/ui/action-state';
import { ContributorForm } from '@/app/(form)/form/contributor-form';

type WithdrawFormProps = {
  action: FormAction;
  contribution: string;
  reference: string;
  /** A mail about it goes to the contributor. */ mailed: boolean;
};

/** The button that withdraws what was sent, beside its reference to be typed. After success the action redirects. */
export function WithdrawForm({ action, contribution, reference, mailed }: WithdrawFormProps) {
  const t = useTranslations('signoff.withdraw');
  return (
    <ContributorForm
      action={action}
      fields={{ contribution }}
      done={null}
      failed={t('failed')}
      className="space-y-5"
      buttons={<SubmitButton variant="danger">{t('button')}</SubmitButton>}
    >
      {({ field }) => (
        <>
          <TextInput
            {...field('reference')}
            label={t('confirm', { reference })}
            hint={t('hint')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            width="medium"
          />
          <p className="max-w-measure">{mailed ? t('mailed') : t('notMailed')}</p>
        </>
      )}
    </ContributorForm>
  );
}
