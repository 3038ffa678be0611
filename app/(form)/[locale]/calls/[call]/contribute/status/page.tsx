import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { ownSent } from '@/app/(form)/sent/own-sent';
import { ShareLink } from '@/app/(form)/form/share-link';
import { currentContribution } from '@/app/(form)/server/current-contribution';
import { deskOf } from '@/app/(form)/server/desk-paths';
import { DONE } from '@/app/(form)/server/done';
import { privateLink } from '@/app/(form)/server/paths';
import { localeOf } from '@/app/(site)/frame/locale';
import { listAgreementNames, listCriteria } from '@/lib/agreements/cells';
import { wordedFor } from '@/lib/calls/audiences';
import { readQuestionnaire } from '@/lib/calls/calls';
import { listSentFiles } from '@/lib/contributions/files/files';
import { listMessages } from '@/lib/contributions/messages';
import { namesOf } from '@/app/(form)/server/names';
import { titlesWhereSeveral } from '@/lib/questions/body';
import { kindOf } from '@/lib/questions/registry';
import { AddressSection } from './address-section';
import { ContactsSection } from './contacts-section';
import { CorrectAnswer } from './correct-answer';
import { CorrectionSection } from './correction-section';
import { DecisionsSection } from './decisions-section';
import { DifferenceSection } from './difference-section';
import { EntrySection } from './entry-section';
import { LinkByMail } from './link-by-mail';
import { MessagesSection } from './messages-section';
import { MoreSection } from './more-section';
import { RequestedChanges } from './requested-changes';
import { RedactionsSection } from './redactions-section';
import { SentSections } from './sent-sections';
import { ContributionState } from './contribution-state';
import { Timeline } from './timeline';
import { VersionsSection } from './versions-section';

type Props = PageProps<'/[locale]/calls/[call]/contribute/status'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  const held = await currentContribution((await params).call);
  return { title: (await getTranslations('status'))('title', { reference: held?.reference ?? '' }) };
}

export default async function StatusPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { done: asked } = await searchParams;
  const done = DONE.find((one) => one === asked);
  const { call: slug } = await params;
  const { call, held, sent, paths } = await ownSent(locale, slug);
  // This page is the contributor's; the editor who entered it has the desk.
  if (held.link.editorId !== null) redirect(deskOf(sent));
  const place = { locale, call: slug };
  const [t, stored, sets] = [
    await getTranslations('status'),
    await readQuestionnaire(sent.questionnaireId, locale),
    await listCriteria(),
  ];
  const [names, allNames] = [
    await namesOf({ agreements: [], sets }),
    await namesOf({ agreements: await listAgreementNames(), sets }),
  ];
  const questionnaire = stored && wordedFor(stored, sent.audience);
  const [questions, messages] = [questionnaire?.questions ?? [], await listMessages(held.id)];
  const requests =
    sent.status === 'changes_requested'
      ? messages.filter(({ kind, revision }) => kind === 'changes_requested' && revision === sent.revision)
      : [];
  const withdrawn = sent.status === 'withdrawn';
  return (
    <>
      <PageHeader
        eyebrow={t('eyebrow', { call: call.texts.title })}
        title={t('title', { reference: sent.reference ?? '' })}
      >
        {done && (
          <div className="mb-5">
            <Notice kind="success" role="status" title={t(`done.${done}`)} />
          </div>
        )}
        <ContributionState sent={sent} locale={locale} />
      </PageHeader>
      <EntrySection id={held.id} sent={sent} place={place} />
      {sent.address === 'waiting' && sent.entry === null && !withdrawn && <AddressSection id={held.id} place={place} />}
      {requests.length > 0 && (
        <RequestedChanges
          requests={requests}
          sent={sent}
          questions={questions}
          names={names}
          stepOf={sent.correcting ? paths.step : null}
          locale={locale}
        />
      )}
      <CorrectionSection id={held.id} sent={sent} place={place} call={call.state} />
      <Timeline sent={sent} messages={messages} locale={locale} />
      {(sent.proposals.length > 0 || (!withdrawn && questions.some((question) => kindOf(question).entries))) && (
        <DecisionsSection
          proposals={sent.proposals}
          questionTitles={titlesWhereSeveral(questions)}
          names={names}
          locale={locale}
        />
      )}
      <MessagesSection id={held.id} messages={messages} place={place} closed={withdrawn} />
      {!withdrawn && (
        <>
          <RedactionsSection id={held.id} locale={locale} />
          <ContactsSection id={held.id} sent={sent} place={place} />
          <VersionsSection sent={sent} locale={locale} call={slug} />
          <DifferenceSection id={held.id} sent={sent} questions={questions} names={allNames} locale={locale} />
          <SentSections
            sent={sent}
            questionnaire={{ questions, sections: questionnaire?.sections }}
            files={await listSentFiles({ contributionId: held.id, revision: sent.revision })}
            place={place}
            correct={(answer) => <CorrectAnswer id={held.id} sent={sent} call={call.state} place={place} {...answer} />}
          />
        </>
      )}
      <MoreSection sent={sent} locale={locale} call={slug} />
      <Section id="private" title={t('link.title')}>
        <p className="no-print mb-4 max-w-measure">{t('link.body')}</p>
        <ShareLink link={privateLink(locale, held.token)} />
        <LinkByMail id={held.id} sent={sent} place={place} />
      </Section>
    </>
  );
}
