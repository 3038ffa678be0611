import { DatasetLd } from '@/app/(site)/dataset/dataset-ld';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing } from '@/app/(site)/frame/missing';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { MatrixPageBody } from './matrix-page-body';
import { readMatrix } from './read-matrix';

type Props = PageProps<'/[locale]/matrix'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('matrix');

export default async function MatrixPage({ params }: Props) {
  const locale = await localeOf(params);
  const read = await readMatrix();
  if (!read) return <Missing locale={locale} />;
  return (
    <>
      <DatasetLd locale={locale} />
      <MatrixPageBody locale={locale} {...read} />
    </>
  );
}
