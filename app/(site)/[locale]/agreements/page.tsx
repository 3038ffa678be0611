import { localeOf } from '@/app/(site)/frame/locale';
import { Missing } from '@/app/(site)/frame/missing';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { AgreementList } from '@/app/(site)/[locale]/agreements/list/agreement-list';
import { listingOf } from '@/app/(site)/[locale]/agreements/list/listing';

type Props = PageProps<'/[locale]/agreements'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('agreements', 'dataset');

export default async function AgreementsPage({ params }: Props) {
  const locale = await localeOf(params);
  const listing = await listingOf({});
  return listing ? <AgreementList listing={listing} /> : <Missing locale={locale} />;
}
