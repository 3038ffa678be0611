'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/app/ui/action-form';
import { RadioGroup } from '@/app/ui/radio-group';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import type { FormAction } from '@/app/ui/action-state';
import { ContributorForm } from '@/app/(form)/form/contributor-form';
import { SIGN_OFF_LIMITS, SIGN_OFF_OUTCOMES } from '@/lib/contributions/sign-off-schema';

type SignOffFormProps = {
  answer: FormAction;
  contribution: string;
  /** The version of the text on this page. */ version: string;
  /** As they signed an earlier answer. */ signed?: { name: string; office: string | null };
  address: string;
};

/** An approver's answer to the text on the page. */
export function SignOffForm({ answer, contribution, version, signed, address }: SignOffFormProps) {
  const t = useTranslations('signoff.form');
  const { name, office, text } = SIGN_OFF_LIMITS;
  return (
    <ContributorForm
      action={answer}
      address={address}
      fields={{ contribution, version }}
      done={t('done')}
      failed={t('failed')}
      limits={{ name, office, text }}
      className="max-w-measure space-y-6"
      buttons={<SubmitButton>{t('button')}</SubmitButton>}
    >
      {({ typed, field, fault }) => (
        <>
          <RadioGroup
            id="outcome"
            name="outcome"
            legend={t('outcome')}
            error={fault('outcome')}
            defaultValue={typed.outcome ?? ''}
            options={SIGN_OFF_OUTCOMES.map((outcome) => ({
              value: outcome,
              label: t(outcome),
              hint: t(`${outcome}Hint`),
            }))}
          />
          <TextArea {...field('text')} label={t('text')} mark={t('optional')} rows={3} dir="auto" />
          <TextInput {...field('name', signed?.name)} label={t('name')} autoComplete="name" width="medium" dir="auto" />
          <TextInput
            {...field('office', signed?.office ?? undefined)}
            label={t('office')}
            mark={t('optional')}
            autoComplete="organization-title"
            width="medium"
            dir="auto"
          />
          <p className="text-sm text-muted">{t('private')}</p>
        </>
      )}
    </ContributorForm>
  );
}
