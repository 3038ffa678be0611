import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { publishedReferences } from '@/app/[locale]/(public)/_contributions/reference-link';
import { Legend } from '@/app/[locale]/(public)/_dataset/legend';
import { localeOf } from '@/app/[locale]/locale';
import { pageMetadata } from '@/app/[locale]/page-metadata';
import { PageHeader } from '@/app/_components/page-header';
import { GlyphSprite } from '@/app/_components/value-mark';
import { agreements, contributions, criterionSets } from '@/app/_server/published';
import { downloadPath, pathsIn } from '@/lib/i18n/paths';
import { MatrixSection } from './matrix-section';

type Props = PageProps<'/[locale]/matrix'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('matrix');
  return pageMetadata({ title: t('title'), description: t('description'), path: pathsIn(locale).matrix });
}

export default async function MatrixPage({ params }: Props) {
  await localeOf(params);
  const [t, common, list, sets, references] = await Promise.all([
    getTranslations('matrix'),
    getTranslations('common'),
    agreements(),
    criterionSets(),
    contributions(),
  ]);
  const published = publishedReferences(references);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')}>
        <nav aria-label={t('onThisPage')} className="no-print mb-5 flex flex-wrap gap-x-6">
          {sets.map((set) => (
            <a key={set.slug} href={`#${set.slug}`} className="link">
              {set.title}
            </a>
          ))}
        </nav>
        <GlyphSprite />
        <Legend label={common('legend')} />
        <p className="no-print mt-2 text-sm text-muted">
          {t('notes')}{' '}
          {t.rich('download', {
            csv: (words) => <Download file="agreements.csv">{words}</Download>,
          })}
        </p>
      </PageHeader>
      {sets.map((set) => (
        <MatrixSection key={set.slug} set={set} agreements={list} published={published} />
      ))}
    </>
  );
}

function Download({ file, children }: { file: string; children: React.ReactNode }) {
  return (
    <a href={downloadPath(file)} className="link">
      {children}
    </a>
  );
}
