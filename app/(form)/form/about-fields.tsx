'use client';

import { useTranslations } from 'next-intl';
import { Fieldset } from '@/app/ui/fieldset';
import { Notice } from '@/app/ui/notice';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import type { AttributionChoice } from '@/lib/contributions/constants';
import { AboutNotes, PublicPreview } from './about-preview';
import { useTyped } from './step-context';
import { TypedCheckbox, TypedRadios, TypedSelect, TypedText } from './typed-fields';

type Named = { code: string; name: string };
type AboutFieldsProps = {
  countries: Named[];
  languages: Named[];
  /** The ways to publish that the call offers. */ attributions: AttributionChoice[];
};

/**
 * "About you": all optional except how the contribution is signed, with a preview of that beside it. Countries and
 * languages are sorted in the reader's language.
 */
export function AboutFields({ countries, languages, attributions }: AboutFieldsProps) {
  const t = useTranslations('contribute.form.about');
  const form = useTranslations('contribute.form');
  const typed = useTyped('attribution');
  const choices = [...attributions, ...(typed === 'unnamed' ? (['unnamed'] as const) : [])];
  const groups = useTranslations('contribute.form.stakeholderGroups');
  return (
    <>
      <Notice kind="info" title={t('promise')}>
        <p>{t('promiseBody')}</p>
      </Notice>
      <div className="space-y-6">
        <TypedText name="name" label={t('name')} autoComplete="name" />
        <TypedText
          name="affiliation"
          label={t('affiliation')}
          hint={t('affiliationHint')}
          autoComplete="organization"
        />
        <TypedText
          name="email"
          label={t('email')}
          hint={t('emailHint')}
          type="email"
          autoComplete="email"
          inputMode="email"
        />
        <TypedSelect name="country" label={t('country')}>
          <option value="">{t('noCountry')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </TypedSelect>
        <TypedSelect name="stakeholderGroup" label={t('stakeholderGroup')} hint={t('stakeholderGroupHint')}>
          <option value="">{t('noStakeholderGroup')}</option>
          {STAKEHOLDER_GROUPS.map((group) => (
            <option key={group} value={group}>
              {groups(group)}
            </option>
          ))}
        </TypedSelect>
      </div>
      <TypedSelect name="language" label={t('language')} hint={t('languageHint')}>
        <option value="">{t('noLanguage')}</option>
        {languages.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </TypedSelect>
      <div className="gap-x-10 space-y-8 xl:grid xl:grid-cols-2 xl:space-y-0">
        <div className="space-y-6">
          <TypedRadios
            name="attribution"
            legend={t('attribution')}
            mark={form('needed')}
            options={choices.map((choice) => ({
              value: choice,
              label: t(`attributions.${choice}.label`),
              hint: t(`attributions.${choice}.hint`),
            }))}
          />
          <Fieldset id="show" legend={t('show')} hint={t('showHint')}>
            <TypedCheckbox name="show.affiliation" label={t('showAffiliation')} />
            <TypedCheckbox name="show.country" label={t('showCountry')} />
          </Fieldset>
        </div>
        <PublicPreview />
      </div>
      <AboutNotes />
    </>
  );
}
