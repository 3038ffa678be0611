import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound, redirect } from 'next/navigation';
import { LinkButton } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { callOf, openReading } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { CommentThread } from '@/app/(form)/sharing/comment-thread';
import { ApproverSection } from '@/app/(form)/sharing/approver-section';
import { proposalSections } from '@/app/(form)/sharing/proposal-sections';
import { commentsOf } from '@/app/(form)/sharing/comments-of';
import { isBeingWritten, paperOf } from '@/app/(form)/sharing/paper-of';
import { PaperSheet } from '@/app/(form)/sharing/paper-sheet';
import { PrintButton } from '@/app/(form)/sharing/print-button';
import { localeOf } from '@/app/(site)/frame/locale';

type Props = PageProps<'/[locale]/calls/[call]/contribute/read'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations('sharing.read'))('eyebrow') };
}

const MAY = { manage: 'mayManage', approve: 'mayApprove', comment: 'mayComment', read: 'mayRead' } as const;

/**
 * The contribution for colleagues: all questions and answers, read-only, with comments and an approver's answer where
 * their link allows them.
 */
export default async function ReadPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { call: slug } = await params;
  if (!(await callOf(slug, locale))) notFound();
  const paths = contributePaths(locale, slug);
  const open = await openReading(locale, slug);
  if (!open) redirect(`${paths.start}?no=draft`);
  const { only } = await searchParams;
  const { call, held } = open;
  const [t, print, comments, paper] = [
    await getTranslations('sharing.read'),
    await getTranslations('sharing.print'),
    await commentsOf(held.id),
    await paperOf(open, 'reader'),
  ];
  const titles = await proposalSections(open);
  const place = { locale, call: slug, page: 'reading' as const };
  return (
    <>
      <div className="no-print">
        <PageHeader
          eyebrow={t('eyebrow')}
          title={
            held.reference ? t('titleSubmitted', { reference: held.reference }) : t('title', { call: call.texts.title })
          }
          lead={t(MAY[held.link.purpose])}
        >
          {only !== undefined && held.link.purpose !== 'manage' && (
            <div className="mb-6">
              <Notice kind="warning" title={t('onlyReading.title')}>
                <p>{t('onlyReading.body')}</p>
              </Notice>
            </div>
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
            <PrintButton label={print('print')} hint={print('printHint')} />
            <LinkButton href={paths.readWord} variant="secondary">
              {print('word')}
            </LinkButton>
            <LinkButton href={paths.readPdf} variant="secondary">
              {print('pdf')}
            </LinkButton>
            {held.link.purpose === 'approve' && (
              <a href="#sign-off" className="link font-semibold">
                {(await getTranslations('signoff.form'))('jump')}
              </a>
            )}
          </div>
        </PageHeader>
      </div>
      <PaperSheet
        paper={paper}
        after={({ id, title }) => (
          <CommentThread
            place={place}
            section={id}
            about={title}
            comments={comments}
            titles={titles}
            link={held.link}
            open={isBeingWritten(open)}
            address={paths.read}
          />
        )}
      />
      {held.link.purpose === 'approve' && (
        <div className="no-print">
          <ApproverSection open={open} />
        </div>
      )}
    </>
  );
}
