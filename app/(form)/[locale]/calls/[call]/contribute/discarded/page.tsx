import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { LinkButton } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { callOf } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { localeOf } from '@/app/(site)/frame/locale';

type Props = PageProps<'/[locale]/calls/[call]/contribute/discarded'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations('correspondence.discarded'))('title') };
}

/** The page behind the private link of a discarded draft: it was never sent, so there is nothing to show. */
export default async function DiscardedPage({ params }: Props) {
  const locale = await localeOf(params);
  const { call: slug } = await params;
  const call = await callOf(slug, locale);
  if (!call) notFound();
  const t = await getTranslations('correspondence.discarded');
  return (
    <>
      <PageHeader eyebrow={call.texts.title} title={t('title')} lead={t('body')} />
      <LinkButton href={contributePaths(locale, slug).start} variant="secondary">
        {t('start')}
      </LinkButton>
    </>
  );
}
