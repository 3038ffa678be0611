import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { deskOf } from '@/app/(form)/server/desk-paths';
import { ownContribution } from '@/app/(form)/server/open-draft';
import { contributePaths } from '@/app/(form)/server/paths';
import { replace, revoke } from '@/app/(form)/sharing/link-actions';
import { RevokeForms } from '@/app/(form)/sharing/revoke-forms';
import { localeOf } from '@/app/(site)/frame/locale';
import { listLinks } from '@/lib/contributions/links';

type Props = PageProps<'/[locale]/calls/[call]/contribute/share/[link]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations('sharing.share.revoke'))('title') };
}

/** Explains, before a link is revoked, what that means, above all for the link in use. */
export default async function RevokePage({ params }: Props) {
  const locale = await localeOf(params);
  const { call: slug, link: linkId } = await params;
  const { call, held } = await ownContribution(locale, slug);
  if (held.link.editorId !== null) redirect(deskOf(held));
  const [t, list, links] = [
    await getTranslations('sharing.share.revoke'),
    await getTranslations('sharing.share.list'),
    await listLinks(held.id),
  ];
  const paths = contributePaths(locale, slug);
  const link = links.find(({ id }) => id === linkId);
  const isLast = link?.purpose === 'manage' && links.filter(({ purpose }) => purpose === 'manage').length === 1;
  const target = { locale, call: slug, link: linkId };
  const address = paths.sharedLink(linkId);
  return (
    <>
      <PageHeader
        eyebrow={call.texts.title}
        title={link ? t('title') : t('gone')}
        lead={link && t('body', { label: link.label ?? list('unnamed') })}
      />
      <div className="space-y-8">
        {linkId === held.link.id && (
          <Notice kind="warning" title={list('yours')}>
            <p>{isLast ? t('last') : t('own')}</p>
          </Notice>
        )}
        <RevokeForms
          replace={replace.bind(null, target)}
          revoke={isLast ? undefined : revoke.bind(null, target)}
          address={address}
          gone={!link}
        />
        <p>
          <a href={`${paths.share}#links`} className="link">
            {link ? t('keep') : t('all')}
          </a>
        </p>
      </div>
    </>
  );
}
