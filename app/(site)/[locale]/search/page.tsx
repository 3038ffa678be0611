import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { SearchPageBody } from './search-page-body';

type Props = PageProps<'/[locale]/search'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('search');

export default async function SearchPage({ params }: Props) {
  return <SearchPageBody locale={await localeOf(params)} view={{}} />;
}
