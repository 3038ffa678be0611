import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { DefinitionList } from '@/app/ui/definition-list';
import { PageHeader } from '@/app/ui/page-header';
import { Markdown } from '@/app/ui/markdown';
import { linkTo, Prose } from '@/app/ui/prose';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import { Section } from '@/app/ui/section';
import { markedValues, ValueMark } from '@/app/ui/value-mark';

type Props = PageProps<'/[locale]/about'>;

const steps = ['call', 'propose', 'decide', 'publish', 'words'] as const;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('about');

export default async function AboutPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, words] = await Promise.all([getTranslations('about'), getTranslations('common.values')]);
  const paths = pathsIn(locale);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')} />
      <Section id="forum" title={t('forum.title')}>
        <Markdown text={siteSettings().about} under={2} language={locale} />
        <Prose className="mt-[1.2em]">
          <p>
            {t.rich('forum.more', { background: linkTo(paths.background), views: linkTo(`${paths.background}#views`) })}
          </p>
        </Prose>
      </Section>
      <Section id="method" title={t('method.title')}>
        <Prose>
          <ol>
            {steps.map((step) => (
              <li key={step}>{t(`method.steps.${step}`)}</li>
            ))}
          </ol>
        </Prose>
      </Section>
      <Section id="values" title={t('values.title')}>
        <Prose className="mb-5">
          <p>{t.rich('values.body', { glossary: linkTo(paths.glossary) })}</p>
        </Prose>
        <DefinitionList
          items={[...markedValues, 'disputed' as const].map((value) => ({
            key: value,
            term: <ValueMark value={value} word={words(value)} />,
            description: t(`values.${value}`),
          }))}
        />
      </Section>
      <Section id="origin" title={t('origin.title')}>
        <Prose>
          <p>{t('origin.body')}</p>
          <p>{t.rich('origin.more', { method: linkTo(paths.method) })}</p>
        </Prose>
      </Section>
      <Section id="privacy" title={t('privacy.title')}>
        <Prose>
          <p>{t('privacy.body')}</p>
          <p>{t('privacy.withdraw')}</p>
        </Prose>
      </Section>
      <Section id="access" title={t('access.title')}>
        <Prose>
          <p>{t('access.body')}</p>
        </Prose>
      </Section>
    </>
  );
}
