import { useLocale, useTranslations } from 'next-intl';
import type { SectionValues } from '@/lib/contributions/drafts/values';

const FIELDS = ['name', 'affiliation', 'country', 'email'] as const;

/** What the editors see of the author: everything entered, or nothing of an anonymous one. */
export function EditorVisibility({ about }: { about: SectionValues<'about'> }) {
  const t = useTranslations('finding.about');
  const locale = useLocale();
  const given = FIELDS.filter((field) => about[field].trim() !== '');
  if (about.anonymous) return <p>{given.includes('email') ? t('editorsAnonymous') : t('editorsAnonymousNoMail')}</p>;
  if (given.length === 0) return <p>{t('editorsNothing')}</p>;
  return (
    <p>
      {t('editorsNamed', {
        fields: new Intl.ListFormat(locale, { type: 'conjunction' }).format(given.map((field) => t(`fields.${field}`))),
      })}
    </p>
  );
}
