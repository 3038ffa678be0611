import type { Metadata } from 'next';
import { pastMetadata } from '@/app/(site)/[locale]/agreements/[slug]/past/past-metadata';
import { PastPage } from '@/app/(site)/[locale]/agreements/[slug]/past/past-page';
import { pastViewOf } from '@/app/(site)/[locale]/agreements/[slug]/past/past-view';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { agreementVersion } from '@/app/server/published';

type Props = PageProps<'/[locale]/agreements/[slug]/versions/[version]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

async function read(params: Props['params']) {
  const { slug, version } = await params;
  return /^[1-9]\d{0,8}$/.test(version) ? agreementVersion(slug, Number(version)) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const agreement = await read(params);
  return agreement ? pastMetadata(locale, agreement) : missingMetadata(locale);
}

export default async function AgreementVersionPage({ params }: Props) {
  const locale = await localeOf(params);
  const agreement = await read(params);
  return agreement ? <PastPage past={await pastViewOf(agreement, null)} /> : <Missing locale={locale} />;
}
