import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { mayBeWrittenIn, openForm } from '@/app/(form)/server/form';
import { ownContribution, redirectToReadOnly } from '@/app/(form)/server/open-draft';
import { contributePaths } from '@/app/(form)/server/paths';
import { isBeingWritten, paperOf } from '@/app/(form)/sharing/paper-of';
import { PaperSheet } from '@/app/(form)/sharing/paper-sheet';
import { PrintButton } from '@/app/(form)/sharing/print-button';
import { localeOf } from '@/app/(site)/frame/locale';

type Props = PageProps<'/[locale]/calls/[call]/contribute/print'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations('sharing.print'))('title') };
}

/** The contribution on paper for those who write it: at any moment, complete or not. */
export default async function PrintPage({ params }: Props) {
  const locale = await localeOf(params);
  const { call } = await params;
  await ownContribution(locale, call);
  const open = (await openForm(locale, call)) ?? (await redirectToReadOnly(locale, call));
  const [t, share, paths] = [
    await getTranslations('sharing.print'),
    await getTranslations('sharing.share'),
    contributePaths(locale, call),
  ];
  const written = isBeingWritten(open);
  return (
    <>
      <div className="no-print">
        <PageHeader eyebrow={open.call.texts.title} title={t('title')} lead={t('lead')}>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
            <PrintButton label={t('print')} hint={t('printHint')} />
            <LinkButton href={paths.word} variant="secondary">
              {t('word')}
            </LinkButton>
            <LinkButton href={paths.pdf} variant="secondary">
              {t('pdf')}
            </LinkButton>
            {mayBeWrittenIn(open) && (
              <LinkButton href={paths.wordForm} variant="secondary">
                {t('wordForm')}
              </LinkButton>
            )}
            <LinkButton href={written ? paths.check : paths.status} variant="quiet">
              {written ? t('back') : share('backStatus')}
            </LinkButton>
          </div>
          {mayBeWrittenIn(open) && <p className="mt-3 max-w-measure text-sm text-muted">{t('which')}</p>}
        </PageHeader>
      </div>
      <PaperSheet paper={await paperOf(open, 'author')} />
    </>
  );
}
