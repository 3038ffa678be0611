import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LimitsNote } from '@/app/(site)/[locale]/analysis/parts/limits-note';
import { SetSummary } from '@/app/(site)/[locale]/analysis/parts/set-summary';
import { UniqueSection } from '@/app/(site)/[locale]/analysis/parts/unique-section';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { agreements, criterionSets } from '@/app/server/published';

type Props = PageProps<'/[locale]/analysis'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('analysis');

export default async function AnalysisPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, list, sets] = await Promise.all([getTranslations('analysis'), agreements(), criterionSets()]);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')}>
        <LimitsNote agreements={list} sets={sets} />
      </PageHeader>
      {sets.map((set) => (
        <SetSummary key={set.slug} set={set} agreements={list} locale={locale} />
      ))}
      <UniqueSection agreements={list} />
      <QuestionSection />
    </>
  );
}

/** The paper's questions, and the meaning of its terms. */
function QuestionSection() {
  const t = useTranslations('analysis.question');
  return (
    <Section id="question" title={t('title')}>
      <div className="prose">
        <p>{t('body')}</p>
        <p>{t('found')}</p>
      </div>
      <p className="mt-4 max-w-measure text-xs text-muted">{t('source')}</p>
    </Section>
  );
}
