import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { ContributionList } from './contribution-list';

type Props = PageProps<'/[locale]/contributions'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('contributions', 'contributions');

export default async function ContributionsPage({ params }: Props) {
  return <ContributionList locale={await localeOf(params)} view={{}} />;
}
