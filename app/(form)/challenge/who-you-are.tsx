'use client';

import { useTranslations } from 'next-intl';
import { get, useFormContext } from 'react-hook-form';
import { TypedText } from '@/app/(form)/form/typed-fields';
import { useField, useStepWords, useTyped } from '@/app/(form)/form/step-context';
import { Unfolding } from '@/app/(form)/form/unfolding';
import { RadioGroup } from '@/app/ui/radio-group';
import { isBlank } from '@/lib/questions/typed-fields';

const ABOUT = ['name', 'affiliation', 'email'] as const;
const SIGNATURES = ['anonymous', 'organisation', 'name'] as const;

/** Who sends the correction and how it is signed: anonymously, unless its author chooses otherwise. */
export function WhoYouAre() {
  const [t, about] = [useTranslations('challenges.form'), useTranslations('contribute.form.about')];
  const { values } = useStepWords();
  const { formState } = useFormContext();
  const written = ABOUT.some((field) => !isBlank(get(values, field) ?? ''));
  const faulty = [...ABOUT, 'attribution'].some((field) => get(formState.errors, field) !== undefined);
  const { id, error, ...control } = useField('attribution');
  return (
    <Unfolding needed={written || faulty} className="border-y border-rule">
      <summary className="min-h-11 py-2.5 marker:text-muted">
        <span className="ms-1 font-semibold">{t('who')}</span>{' '}
        <span className="ms-2 text-sm text-muted">{t('whoHint')}</span>
      </summary>
      <div className="space-y-5 pt-2 pb-5">
        <TypedText name="name" label={about('name')} autoComplete="name" />
        <TypedText name="affiliation" label={about('affiliation')} autoComplete="organization" />
        <TypedText
          name="email"
          label={about('email')}
          hint={about('emailHint')}
          type="email"
          autoComplete="email"
          inputMode="email"
        />
        <RadioGroup
          id={id}
          name="attribution"
          legend={t('signature')}
          error={error}
          options={SIGNATURES.map((value) => ({ value, label: t(`signatures.${value}`) }))}
          defaultValue={useTyped('attribution')}
          inputProps={control}
        />
      </div>
    </Unfolding>
  );
}
