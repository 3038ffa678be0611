import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { ownSent } from '@/app/(form)/sent/own-sent';
import { PaperSheet } from '@/app/(form)/sharing/paper-sheet';
import { PrintButton } from '@/app/(form)/sharing/print-button';
import { versionPaper } from '@/app/(form)/sharing/version-paper';
import { localeOf } from '@/app/(site)/frame/locale';

type Props = PageProps<'/[locale]/calls/[call]/contribute/sent/[version]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations('sharing.versions'))('title', { number: (await params).version }) };
}

/** One version of what was sent, on paper, for those who sent it. */
export default async function SentVersionPage({ params }: Props) {
  const locale = await localeOf(params);
  const { call: slug, version } = await params;
  const { call, paths } = await ownSent(locale, slug);
  const paper = await versionPaper({ locale, call: slug, version });
  if (!paper) notFound();
  const [t, print, share] = [
    await getTranslations('sharing.versions'),
    await getTranslations('sharing.print'),
    await getTranslations('sharing.share'),
  ];
  const { word, pdf } = paths.sent(Number(version));
  return (
    <>
      <div className="no-print">
        <PageHeader eyebrow={call.texts.title} title={t('title', { number: version })} lead={t('lead')}>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
            <PrintButton label={print('print')} hint={print('printHint')} />
            <LinkButton href={word} variant="secondary">
              {t('word')}
            </LinkButton>
            <LinkButton href={pdf} variant="secondary">
              {t('pdf')}
            </LinkButton>
            <LinkButton href={paths.status} variant="quiet">
              {share('backStatus')}
            </LinkButton>
          </div>
        </PageHeader>
      </div>
      <PaperSheet paper={paper} />
    </>
  );
}
