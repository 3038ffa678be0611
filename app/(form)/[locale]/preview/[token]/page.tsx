import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { AnnexSection } from '@/app/(site)/[locale]/calls/[call]/annex-section';
import { CallProse } from '@/app/(site)/[locale]/calls/[call]/call-prose';
import { QuestionList } from '@/app/(site)/[locale]/calls/[call]/questions-section';
import { ReadingSection } from '@/app/(site)/[locale]/calls/[call]/reading-section';
import { localeOf } from '@/app/(site)/frame/locale';
import { previewedCall } from '@/app/(form)/preview/previewed-form';
import { LinkButton } from '@/app/ui/button';
import { DefinitionList } from '@/app/ui/definition-list';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { sayDeadline } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/preview/[token]'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calls.preview'))('title') };
}

/** A call as its page will be, for people with its preview link. */
export default async function PreviewPage({ params }: Props) {
  const locale = await localeOf(params);
  const { token } = await params;
  const call = await previewedCall(locale, token);
  if (!call) notFound();
  const [t, preview, common] = [
    await getTranslations('calls.page'),
    await getTranslations('calls.preview'),
    await getTranslations('common'),
  ];
  const { title, summary, introduction, instructions, afterwards, annexNote, deadlineNote, address } = call.texts;
  const deadline = call.closesAt
    ? sayDeadline(call.closesAt.toISOString(), locale, call.timeZone, (parts) => common('endOfDay', parts))
    : common('allYear');
  return (
    <article>
      <PageHeader eyebrow={preview('title')} title={title} lead={summary}>
        <Notice kind="info" title={preview('private')}>
          <p>{preview('privateBody')}</p>
        </Notice>
        {call.questionnaire && (
          <LinkButton href={pathsIn(locale).callPreviewForm(token)} className="my-6">
            {preview('toForm')}
          </LinkButton>
        )}
        <DefinitionList
          items={[
            {
              term: t('deadline'),
              description: (
                <>
                  {deadline}
                  {deadlineNote && <span className="block text-sm text-muted">{deadlineNote}</span>}
                </>
              ),
            },
            { term: t('afterDeadline'), description: t(call.acceptsLate ? 'acceptsLate' : 'strict') },
            ...(address ? [{ term: t('address'), description: address }] : []),
          ]}
        />
      </PageHeader>
      <CallProse id="introduction" title={t('introduction')} blocks={introduction} locale={locale} />
      <CallProse id="instructions" title={t('instructions')} blocks={instructions} locale={locale} />
      <Section id="questions" title={t('questions')}>
        {call.questionnaire ? <QuestionList content={call.questionnaire.content} /> : <p>{preview('noQuestions')}</p>}
      </Section>
      <CallProse id="afterwards" title={t('afterwards')} blocks={afterwards} locale={locale} />
      <AnnexSection annex={call.annex} note={annexNote} sentences={new Map()} />
      <ReadingSection texts={call.texts} />
    </article>
  );
}
