import { localeOf } from '@/app/(site)/frame/locale';
import { Missing } from '@/app/(site)/frame/missing';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { ComparePageBody } from './compare-page-body';
import { readComparison } from './read-comparison';

type Props = PageProps<'/[locale]/compare'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('compare');

export default async function ComparePage({ params }: Props) {
  const locale = await localeOf(params);
  const read = await readComparison();
  return read && read !== 'too_many' ? <ComparePageBody locale={locale} {...read} /> : <Missing locale={locale} />;
}
