import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { agreement as readAgreement } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { ParticipationList } from './participation-list';

type Props = PageProps<'/[locale]/agreements/[slug]/participants'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { slug }] = [await localeOf(params), await params];
  const agreement = await readAgreement(slug);
  if (!agreement) return missingMetadata(locale);
  const t = await getTranslations('participants.agreement');
  const name = agreement.shortName;
  return pageMetadata({
    title: t('title', { name }),
    description: t('description', { name }),
    path: pathsIn(locale).agreementParticipants(slug),
  });
}

export default async function AgreementParticipantsPage({ params }: Props) {
  const [locale, { slug }] = [await localeOf(params), await params];
  const agreement = await readAgreement(slug);
  return agreement ? (
    <ParticipationList locale={locale} agreement={agreement} view={{}} />
  ) : (
    <Missing locale={locale} />
  );
}
