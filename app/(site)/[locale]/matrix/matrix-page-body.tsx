import { getTranslations } from 'next-intl/server';
import { publishedReferences } from '@/app/(site)/contributions/reference-link';
import { Legend } from '@/app/(site)/dataset/legend';
import { EmptyState } from '@/app/ui/empty-state';
import { PageHeader } from '@/app/ui/page-header';
import { linkTo } from '@/app/ui/prose';
import { GlyphSprite } from '@/app/ui/value-mark';
import { contributions, releases } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { ChoiceForm } from './choice-form';
import { linksFrom } from './links';
import { MatrixSection } from './matrix-section';
import { Pages } from './pages';
import type { ReadMatrix } from './read-matrix';
import { ReuseSection } from './reuse-section';
import { ViewLinks } from './view-links';
import { ViewWords } from './view-words';

/** The matrix at an address: the whole, or a view. */
export async function MatrixPageBody({ locale, view, matrix, dataset, sets }: ReadMatrix & { locale: Locale }) {
  const [t, common, references, frozen] = await Promise.all([
    getTranslations('matrix'),
    getTranslations('common'),
    contributions(),
    releases(),
  ]);
  const published = publishedReferences(references);
  const links = linksFrom(locale, view);
  const { method } = pathsIn(locale);
  const explained = { spaces: linkTo(`${method}#spaces`), method: linkTo(`${method}#assessment`) };
  const isEmpty = matrix.agreements.length === 0;
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')}>
        <GlyphSprite />
        <Legend label={common('legend')} />
        <p className="no-print mt-2 max-w-[46rem] text-sm text-muted">
          {t('notes')} {t.rich('explained', explained)}
        </p>
      </PageHeader>
      <div className="-mt-4 mb-10 space-y-4">
        <ViewLinks {...{ view, dataset, sets, links }} />
        <ChoiceForm {...{ view, matrix, sets }} releases={frozen} />
        <ViewWords {...{ view, matrix, dataset, sets, links }} />
      </div>
      {isEmpty && (
        <EmptyState title={t(view.at ? 'empty.past' : 'empty.title')}>
          {t(view.at ? 'empty.pastBody' : 'empty.body')}
        </EmptyState>
      )}
      {!isEmpty &&
        matrix.tables.map((table, at) => (
          <MatrixSection key={table.set.slug} {...{ table, at, view, links, published }} />
        ))}
      <Pages matrix={matrix} links={links} />
      <ReuseSection view={view} matrix={matrix} links={links} />
    </>
  );
}
