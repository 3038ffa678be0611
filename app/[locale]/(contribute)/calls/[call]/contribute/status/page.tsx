import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound, redirect } from 'next/navigation';
import { Notice } from '@/app/_components/notice';
import { PageHeader } from '@/app/_components/page-header';
import { Section } from '@/app/_components/section';
import { ShareLink } from '@/app/[locale]/(contribute)/_form/share-link';
import { callOf } from '@/app/[locale]/(contribute)/_server/form';
import { heldContribution } from '@/app/[locale]/(contribute)/_server/own-contribution';
import { contributePaths, privateLink } from '@/app/[locale]/(contribute)/_server/paths';
import { localeOf } from '@/app/[locale]/locale';
import { listCriteria } from '@/lib/agreements/queries';
import { readQuestionnaire } from '@/lib/calls/queries';
import { listSentFiles } from '@/lib/contributions/attachments/queries';
import { readSent } from '@/lib/contributions/links/sent/queries';
import { namesOf } from '@/app/[locale]/(contribute)/_server/names';
import { DecisionsSection } from './decisions-section';
import { SentSections } from './sent-sections';
import { Standing } from './standing';

type Props = PageProps<'/[locale]/calls/[call]/contribute/status'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const held = await heldContribution((await params).call);
  return { title: (await getTranslations('status'))('title', { reference: held?.reference ?? '' }) };
}

export default async function StatusPage({ params }: Props) {
  const locale = await localeOf(params);
  const { call: slug } = await params;
  const [call, held] = [await callOf(slug, locale), await heldContribution(slug)];
  if (!call) notFound();
  const paths = contributePaths(locale, slug);
  if (!held) redirect(paths.start);
  const sent = held.status === 'draft' ? null : await readSent(held.id);
  if (!sent) redirect(held.status === 'draft' ? paths.check : paths.start);
  const [t, questionnaire, sets] = [await getTranslations('status'), await readQuestionnaire(sent.questionnaireId, locale), await listCriteria()];
  const names = await namesOf({ agreements: [], sets });
  return (
    <>
      <PageHeader eyebrow={t('eyebrow', { call: call.texts.title })} title={t('title', { reference: sent.reference ?? '' })}>
        <Standing sent={sent} locale={locale} />
      </PageHeader>
      {sent.address === 'waiting' && sent.status !== 'withdrawn' && (
        <div className="mb-10">
          <Notice kind="info" title={t('confirmation.waiting.title')}>
            <p>{t('confirmation.waiting.body')}</p>
          </Notice>
        </div>
      )}
      <DecisionsSection proposals={sent.proposals} names={names} locale={locale} />
      <SentSections sent={sent} questions={questionnaire?.questions ?? []} names={names} files={await listSentFiles({ contributionId: held.id })} place={{ locale, call: slug }} />
      <Section id="private" title={t('link.title')}>
        <p className="no-print mb-4 max-w-measure">{t('link.body')}</p>
        <ShareLink link={privateLink(locale, held.token)} />
      </Section>
    </>
  );
}
