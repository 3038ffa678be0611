import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { LinkButton } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { ShareLink } from '@/app/(form)/form/share-link';
import { deskOf } from '@/app/(form)/server/desk-paths';
import { ownContribution } from '@/app/(form)/server/open-draft';
import { contributePaths, privateLink } from '@/app/(form)/server/paths';
import { makeLink } from '@/app/(form)/sharing/link-actions';
import { LinkList } from '@/app/(form)/sharing/link-list';
import { NewLinkForm } from '@/app/(form)/sharing/new-link-form';
import { localeOf } from '@/app/(site)/frame/locale';
import { SHARED_PURPOSES } from '@/lib/contributions/link-schema';
import { listLinks } from '@/lib/contributions/links';

type Props = PageProps<'/[locale]/calls/[call]/contribute/share'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations('sharing.share'))('title') };
}

/** Lists who may open this contribution, and lets the author add or revoke links. */
export default async function SharePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { call: slug } = await params;
  const { call, held } = await ownContribution(locale, slug);
  if (held.link.editorId !== null) redirect(deskOf(held));
  const { revoked, purpose } = await searchParams;
  const [t, links] = [await getTranslations('sharing.share'), await listLinks(held.id)];
  const [place, paths] = [{ locale, call: slug }, contributePaths(locale, slug)];
  const isDraft = held.status === 'draft';
  return (
    <>
      <PageHeader
        eyebrow={call.texts.title}
        title={held.reference ? t('titleSubmitted', { reference: held.reference }) : t('title')}
        lead={t('lead')}
      >
        <LinkButton href={isDraft ? paths.check : paths.status} variant="secondary">
          {isDraft ? t('back') : t('backStatus')}
        </LinkButton>
      </PageHeader>
      <Section id="make" title={t('make.title')} aside={t('make.aside')}>
        <NewLinkForm
          make={makeLink.bind(null, place)}
          address={`${paths.share}#make`}
          purpose={SHARED_PURPOSES.find((one) => one === purpose)}
        />
      </Section>
      <Section id="links" title={t('list.title')} aside={t('list.aside')}>
        {revoked !== undefined && (
          <div className="mb-6">
            <Notice kind="success" role="status" title={t('revoked')} />
          </div>
        )}
        <LinkList place={place} links={links} inUse={held.link.id} />
      </Section>
      <Section id="own" title={t('own.title')}>
        <p className="mb-4 max-w-measure">{t('own.body')}</p>
        <ShareLink link={privateLink(locale, held.token)} />
      </Section>
    </>
  );
}
