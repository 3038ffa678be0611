import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { DashList } from '@/app/(form)/form/dash-list';
import { ConfirmForm } from '@/app/(form)/sent/confirm-form';
import { WithdrawForm } from '@/app/(form)/sent/withdraw-form';
import { withdraw } from '@/app/(form)/server/after-actions';
import { ownContribution } from '@/app/(form)/server/open-draft';
import { contributePaths } from '@/app/(form)/server/paths';
import { titleWithError } from '@/app/(form)/server/titles';
import { localeOf } from '@/app/(site)/frame/locale';
import { readSent } from '@/lib/contributions/sent';
import type { SentContribution } from '@/lib/contributions/sent';
import { isWithdrawable } from '@/lib/contributions/state';

type Props = PageProps<'/[locale]/calls/[call]/contribute/withdraw'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: await titleWithError((await getTranslations('correspondence.more'))('withdraw')) };
}

/** Says what withdrawing removes and keeps, and has the button that does it. For a draft: discarding it. */
export default async function WithdrawPage({ params }: Props) {
  const locale = await localeOf(params);
  const { call: slug } = await params;
  const { call, held } = await ownContribution(locale, slug);
  const [t, words, paths] = [
    await getTranslations('correspondence.withdraw'),
    await getTranslations('correspondence'),
    contributePaths(locale, slug),
  ];
  const sent = held.status === 'draft' ? null : await readSent(held.id);
  const may = isWithdrawable(held.status);
  return (
    <>
      <PageHeader
        eyebrow={call.texts.title}
        title={sent ? t('title', { reference: sent.reference ?? '' }) : t('titleDraft')}
        lead={may && t('lead')}
      />
      {may ? (
        <>
          <Section id="what" title={t('what')}>
            {sent ? <WhatHappens sent={sent} /> : <p className="max-w-measure">{t('draft')}</p>}
          </Section>
          {sent?.reference ? (
            <WithdrawForm
              action={withdraw.bind(null, { locale, call: slug })}
              contribution={held.id}
              reference={sent.reference}
              mailed={sent.address === 'confirmed'}
            />
          ) : (
            <ConfirmForm
              action={withdraw.bind(null, { locale, call: slug })}
              contribution={held.id}
              button={t('buttonDraft')}
              failed={t('failed')}
              variant="danger"
            />
          )}
        </>
      ) : (
        <Notice kind="info" title={held.status === 'withdrawn' ? t('done') : t('impossible')} />
      )}
      <p className="mt-6">
        <a href={sent ? paths.status : paths.check} className="link">
          {sent ? words('back') : words('backDraft')}
        </a>
      </p>
    </>
  );
}

async function WhatHappens({ sent: { status, proposals } }: { sent: SentContribution }) {
  const t = await getTranslations('correspondence.withdraw');
  const statuses = proposals.flatMap(({ changes }) => changes.map((change) => change.status));
  const accepted = statuses.filter((one) => one === 'accepted' || one === 'amended').length;
  const lines = [
    status === 'published' || status === 'unpublished' ? t('public') : t('notPublic'),
    t('text'),
    ...(accepted > 0 ? [t('accepted', { count: accepted })] : []),
    ...(statuses.length > 0 ? [t('pending', { count: statuses.filter((one) => one === 'pending').length })] : []),
    t('typed'),
    t('kept'),
    t('contact'),
    t('link'),
  ];
  return <DashList lines={lines} />;
}
