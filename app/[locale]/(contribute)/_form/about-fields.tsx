'use client';

import { useTranslations } from 'next-intl';
import { Fieldset } from '@/app/_components/fieldset';
import { Notice } from '@/app/_components/notice';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { AboutPreview } from './about-preview';
import { TypedCheckbox, TypedSelect, TypedText } from './typed-fields';

/** "About you": optional throughout, and public only where ticked. Countries come in the reader's language and order. */
export function AboutFields({ countries }: { countries: { code: string; name: string }[] }) {
  const t = useTranslations('contribute.form.about');
  const groups = useTranslations('contribute.form.stakeholderGroups');
  return (
    <>
      <Notice kind="info" title={t('promise')}>
        <p>{t('promiseBody')}</p>
      </Notice>
      <TypedCheckbox name="anonymous" label={t('anonymous')} hint={t('anonymousHint')} />
      <div className="space-y-6">
        <TypedText name="name" label={t('name')} autoComplete="name" />
        <TypedText name="affiliation" label={t('affiliation')} hint={t('affiliationHint')} autoComplete="organization" />
        <TypedText name="email" label={t('email')} hint={t('emailHint')} type="email" autoComplete="email" inputMode="email" />
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
      <Fieldset id="show" legend={t('show')} hint={t('showHint')}>
        <TypedCheckbox name="show.name" label={t('showName')} />
        <TypedCheckbox name="show.affiliation" label={t('showAffiliation')} />
        <TypedCheckbox name="show.country" label={t('showCountry')} />
      </Fieldset>
      <AboutPreview />
    </>
  );
}
