import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { LinkButton } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { ShareLink } from '@/app/(form)/form/share-link';
import { ownContribution } from '@/app/(form)/server/open-draft';
import { contributePaths, privateLink } from '@/app/(form)/server/paths';
import { ForgetUnsaved } from '@/app/(form)/form/unsaved-steps';
import { localeOf } from '@/app/(site)/frame/locale';
import { readSent } from '@/lib/contributions/sent';

type Props = PageProps<'/[locale]/calls/[call]/contribute/done'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations('contribute.done'))('title') };
}

export default async function DonePage({ params }: Props) {
  const locale = await localeOf(params);
  const { call: slug } = await params;
  const { call, held } = await ownContribution(locale, slug);
  const paths = contributePaths(locale, slug);
  const sent = held.status === 'draft' ? null : await readSent(held.id);
  if (!sent?.reference) redirect(paths.check);
  const t = await getTranslations('contribute.done');
  const corrected = sent.revision > 1;
  const mail = {
    none: t('steps.noMail'),
    erased: t('steps.noMail'),
    waiting: t('steps.mail'),
    confirmed: t('steps.confirmed'),
  }[sent.address];
  return (
    <>
      <PageHeader
        eyebrow={call.texts.title}
        title={t(corrected ? 'corrected.title' : 'title')}
        lead={
          corrected
            ? t('corrected.lead', { reference: sent.reference, number: sent.revision })
            : t('lead', { reference: sent.reference })
        }
      />
      <ForgetUnsaved draftId={held.id} />
      <Section id="link" title={t('link.title')}>
        <p className="mb-4 max-w-measure">
          {t(sent.address === 'none' || sent.address === 'erased' ? 'link.bodyNoMail' : 'link.body')}
        </p>
        <ShareLink link={privateLink(locale, held.token)} />
      </Section>
      <Section id="next" title={t('next')}>
        <ol className="max-w-measure list-decimal space-y-3 ps-6">
          <li>{mail}</li>
          <li>{t('steps.review')}</li>
          <li>{t('steps.publish')}</li>
        </ol>
        <LinkButton href={paths.status} variant="secondary" className="mt-8">
          {t('status')}
        </LinkButton>
      </Section>
    </>
  );
}
