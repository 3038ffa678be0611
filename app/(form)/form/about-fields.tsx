'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Fieldset } from '@/app/ui/fieldset';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import type { AttributionChoice } from '@/lib/contributions/constants';
import { AboutNotes, PublicPreview } from './about-preview';
import { FoldedFields } from './folded-fields';
import { NeededNote } from './needed-note';
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
  return (
    <>
      <NeededNote />
      <div className="space-y-4 sm:space-y-6">
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
      </div>
      <div className="gap-x-10 space-y-5 xl:grid xl:grid-cols-2 xl:space-y-0">
        <div className="space-y-5">
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
          <MoreAbout countries={countries} languages={languages} />
        </div>
        <PublicPreview />
      </div>
      <AboutNotes />
    </>
  );
}

/** What few say about themselves, folded until it is filled in; the language is chosen by the page. */
function MoreAbout({ countries, languages }: Pick<AboutFieldsProps, 'countries' | 'languages'>) {
  const [t, groups] = [useTranslations('contribute.form.about'), useTranslations('contribute.form.stakeholderGroups')];
  const fold = useTranslations('progress.fold');
  const isOther = !['', useLocale()].includes(useTyped('language'));
  return (
    <FoldedFields
      id="more-about"
      names={['country', 'stakeholderGroup', 'show.affiliation', 'show.country', ...(isOther ? ['language'] : [])]}
      summary={fold('more')}
    >
      <Fieldset id="show" legend={t('show')} hint={t('showHint')}>
        <TypedCheckbox name="show.affiliation" label={t('showAffiliation')} />
        <TypedCheckbox name="show.country" label={t('showCountry')} />
      </Fieldset>
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
      <TypedSelect name="language" label={t('language')} hint={t('languageHint')}>
        <option value="">{t('noLanguage')}</option>
        {languages.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </TypedSelect>
    </FoldedFields>
  );
}
