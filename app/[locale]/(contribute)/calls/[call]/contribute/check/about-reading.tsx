import { getTranslations } from 'next-intl/server';
import { attributedTo } from '@/app/[locale]/(contribute)/_read/attributed';
import type { OpenForm } from '@/app/[locale]/(contribute)/_server/form';
import { contributePaths } from '@/app/[locale]/(contribute)/_server/paths';
import { attributionOf } from '@/lib/contributions/drafts/attribution';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { ReadingSection } from './reading-section';

/** Exactly what will be public about the author, and that the rest will not be. */
export async function AboutReading({ open }: { open: OpenForm }) {
  const [t, groups] = [await getTranslations('contribute.check'), await getTranslations('contribute.form.stakeholderGroups')];
  const about = readValues('about', open.draft.sections.get(ABOUT_STEP)?.data);
  const attribution = attributionOf(about);
  const group = STAKEHOLDER_GROUPS.find((one) => one === about.stakeholderGroup);
  const withheld = new Intl.ListFormat(open.locale, { type: 'conjunction' }).format(attribution.withheld.map((field) => t(`fields.${field}`)));
  return (
    <ReadingSection id="read-about" title={t('attribution.title')} href={contributePaths(open.locale, open.call.slug).step(ABOUT_STEP)}>
      <p className="text-lg font-semibold">{t('attribution.as', { name: attributedTo(attribution, open.locale) ?? t('attribution.anonymous') })}</p>
      {group && <p>{t('attribution.group', { group: groups(group) })}</p>}
      <p className="mt-2 text-muted">
        {t('attribution.nothingElse')} {attribution.withheld.length > 0 && t('attribution.withheld', { fields: withheld })}
      </p>
    </ReadingSection>
  );
}
