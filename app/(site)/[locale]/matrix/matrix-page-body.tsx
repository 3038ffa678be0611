import { getTranslations } from 'next-intl/server';
import { publishedReferences } from '@/app/(site)/contributions/reference-link';
import { Legend } from '@/app/(site)/dataset/legend';
import { EmptyState } from '@/app/ui/empty-state';
import { linkTo } from '@/app/ui/prose';
import { GlyphSprite } from '@/app/ui/value-mark';
import { contributions, releases } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import './matrix-controls.css';
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
  const disputed = matrix.agreements.some(({ assessments }) =>
    Object.values(assessments).some((cell) => cell.disputed),
  );
  return (
    <>
      <header className="-mt-2 md:-mt-5">
        <h1 className="text-3xl md:text-4xl">{t('title')}</h1>
        <p className="mt-2 hidden max-w-[60rem] font-serif text-lg text-pretty text-muted sm:block">{t('lead')}</p>
        <GlyphSprite />
        <div className="hidden print:block">
          <Legend label={common('legend')} disputed={disputed} />
        </div>
      </header>
      <div className="matrix-controls">
        <ViewLinks {...{ view, dataset, sets, links }} />
        <ChoiceForm {...{ view, matrix, sets }} releases={frozen} />
        <details>
          <summary>{t('reading')}</summary>
          <div className="space-y-2">
            {/* A phone has no room for it above the table. */}
            <p className="text-muted sm:hidden">{t('lead')}</p>
            <Legend label={common('legend')} disputed={disputed} />
            <p className="max-w-[46rem] text-muted">
              {t('notes')} {t.rich('explained', explained)}
            </p>
          </div>
        </details>
        <a href={links.to({ transpose: view.transpose ? undefined : ['yes'] })} className="link">
          {t('views.transpose')}
        </a>
      </div>
      <div className="mb-4">
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
