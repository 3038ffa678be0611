import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { Section } from '@/app/ui/section';
import { agreements, call as readCall, contributions, criterionSets, reportEditions } from '@/app/server/published';
import { ShortestPath } from '@/app/(site)/calls/shortest-path';
import { STANDING_CALL } from '@/lib/calls/constants';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { factOf } from '@/lib/publication/assessments';
import type { PublicAgreement } from '@/lib/publication/schema';
import { AnnexSection } from './annex-section';
import { AnswerFiles } from './answer-files';
import { CallHead } from './call-head';
import { CallProse } from './call-prose';
import { CriteriaSection } from './criteria-section';
import { QuestionsSection } from './questions-section';
import { ReadingSection } from './reading-section';

type Props = PageProps<'/[locale]/calls/[call]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const call = await readCall((await params).call, locale);
  if (!call) return missingMetadata(locale);
  return pageMetadata({ title: call.title, description: call.summary, path: pathsIn(locale).call(call.slug) });
}

export default async function CallPage({ params }: Props) {
  const locale = await localeOf(params);
  const { call: slug } = await params;
  const paths = pathsIn(locale);
  const [call, standing, published, dataset, sets, reports, t] = await Promise.all([
    readCall(slug, locale),
    readCall(STANDING_CALL, locale),
    contributions(),
    agreements(),
    criterionSets(),
    reportEditions(slug),
    getTranslations('calls'),
  ]);
  if (!call) return <Missing locale={locale} />;
  const count = published.filter((one) => one.call === slug && one.status === 'published').length;
  const { introduction, instructions, afterwards } = call.texts;
  return (
    <article>
      <Breadcrumbs label={t('breadcrumbs')} items={[{ label: t('title'), href: paths.calls }]} />
      <CallHead call={call} texts={call.texts} />
      {standing && <ShortestPath agreements={dataset.map(named)} sets={sets} />}
      <CallProse id="introduction" title={t('page.introduction')} blocks={introduction} locale={locale} />
      <CallProse id="instructions" title={t('page.instructions')} blocks={instructions} locale={locale} />
      <QuestionsSection questionnaire={call.questionnaire} download={paths.callQuestions(slug)} />
      {call.questionnaire.content.questions.some(({ kind }) => kind === 'proposals') && <CriteriaSection sets={sets} />}
      <CallProse id="afterwards" title={t('page.afterwards')} blocks={afterwards} locale={locale} />
      <AnnexSection annex={call.annex} note={call.texts.annexNote} sentences={sentencesOf(dataset, locale)} />
      <ReadingSection texts={call.texts} />
      <Section id="contributions" title={t('page.contributions')}>
        <p>
          {t('page.contributionsBody', { count })}{' '}
          <a href={paths.contributions} className="link">
            {t('page.contributionsLink')}
          </a>
        </p>
        {reports.length > 0 && (
          <p className="mt-3">
            <a href={paths.callReports(slug)} className="link">
              {t('page.reportsLink')}
            </a>
          </p>
        )}
        {count > 0 && <AnswerFiles call={slug} questions={call.questionnaire.content.questions} />}
      </Section>
    </article>
  );
}

const named = ({ slug, name }: PublicAgreement) => ({ slug, name });

/** The first sentence of each summary, with the summary's source. */
function sentencesOf(dataset: readonly PublicAgreement[], locale: string) {
  const sentences = new Intl.Segmenter(locale, { granularity: 'sentence' });
  return new Map(
    dataset.flatMap((agreement) => {
      const [first] = sentences.segment(factOf(agreement, 'summary') ?? '');
      const source = agreement.facts.summary?.source ?? null;
      return first ? [[agreement.slug, { words: first.segment.trim(), source }] as const] : [];
    }),
  );
}
