import { getTranslations } from 'next-intl/server';
import { ContactLine } from '@/app/(site)/frame/contact-line';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { PageHeader } from '@/app/ui/page-header';
import { Prose } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { SESSION_DAYS } from '@/lib/accounts/constants';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import { KeptList } from './kept-list';

type Props = PageProps<'/[locale]/privacy'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('privacy');

/** What is kept of people: said of the settings by which it is removed (/desk/settings/retention). */
export default async function PrivacyPage({ params }: Props) {
  const locale = await localeOf(params);
  const t = await getTranslations('privacy');
  const { forumName, parentName } = siteSettings();
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')} />
      <Section id="contributors" title={t('contributors.title')}>
        <Prose>
          {(['answers', 'author', 'contact', 'draft', 'files'] as const).map((part) => (
            <p key={part}>{t(`contributors.${part}`)}</p>
          ))}
        </Prose>
      </Section>
      <Section id="readers" title={t('readers.title')}>
        <Prose>
          <p>{t('readers.body')}</p>
          <p>{t('readers.cookies', { sessionDays: SESSION_DAYS })}</p>
        </Prose>
      </Section>
      <Section id="editors" title={t('editors.title')}>
        <Prose>
          <p>{t('editors.body')}</p>
        </Prose>
      </Section>
      <Section id="time" title={t('time.title')}>
        <KeptList />
        <Prose className="mt-5">
          <p>{t('time.public')}</p>
        </Prose>
      </Section>
      <Section id="rights" title={t('rights.title')}>
        <Prose>
          <ul>
            {(['see', 'all', 'correct', 'erase', 'withdraw', 'lost'] as const).map((part) => (
              <li key={part}>{t(`rights.${part}`)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      <Section id="who" title={t('who.title')}>
        <Prose>
          <p>{t('who.body', { forumName, parentName })}</p>
        </Prose>
        <ContactLine locale={locale} />
      </Section>
    </>
  );
}
