import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { OwnLinkForm } from '@/app/(form)/form/own-link-form';
import { sendOwnLinks } from '@/app/(form)/server/return-actions';
import { titleWithError } from '@/app/(form)/server/titles';
import { localeOf } from '@/app/(site)/frame/locale';
import { pathsIn } from '@/lib/platform/i18n/paths';

type Props = PageProps<'/[locale]/my-link'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: await titleWithError((await getTranslations('returning.own'))('title')) };
}

/** For those who have lost their private link: mails a new one to the address that they gave. */
export default async function MyLinkPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { sent } = await searchParams;
  const t = await getTranslations('returning.own');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {sent !== undefined && (
        <div className="mb-8">
          <Notice kind="success" role="status" title={t('done')}>
            <p>{t('then')}</p>
          </Notice>
        </div>
      )}
      <OwnLinkForm action={sendOwnLinks.bind(null, { locale })} />
      <Section id="without" title={t('without.title')}>
        <p className="max-w-measure">{t('without.body')}</p>
        <p className="mt-3">
          <a href={pathsIn(locale).calls} className="link">
            {t('without.calls')}
          </a>
        </p>
      </Section>
    </>
  );
}
