import { useLocale, useTranslations } from 'next-intl';
import { linkTo, ViewAddress } from '@/app/(site)/dataset/view-address';
import { Section } from '@/app/ui/section';
import { downloadPath, pathsIn } from '@/lib/platform/i18n/paths';
import type { Matrix } from '@/lib/publication/matrix/layout';
import type { MatrixView } from '@/lib/publication/matrix/filter-schema';
import type { MatrixLinks } from './links';

type ReuseSectionProps = { view: MatrixView; matrix: Matrix; links: MatrixLinks };

/** The view's address, the same as data, and other uses. */
export function ReuseSection({ view, matrix, links }: ReuseSectionProps) {
  const t = useTranslations('matrix.reuse');
  const paths = pathsIn(useLocale());
  const isComparable = matrix.agreements.length >= 2 && matrix.agreements.length <= 5;
  const comparison = `${paths.compare}/view/agreements/${matrix.agreements.map(({ slug }) => slug).join(',')}${view.at ? `/at/${view.at.join()}` : ''}`;
  return (
    <Section id="this-view" title={t('title')}>
      <div className="max-w-measure space-y-3">
        <ViewAddress label={t('link')} path={links.here} />
        <p className="no-print">
          {t.rich('data', {
            csv: linkTo(links.data('csv')),
            excel: linkTo(`${links.data('csv')}?bom=1`),
            json: linkTo(links.data('json')),
          })}
        </p>
        <p className="no-print">
          {t.rich('whole', { file: linkTo(downloadPath('agreements.csv')), data: linkTo(paths.data) })}
        </p>
        <p className="no-print">
          {isComparable
            ? t.rich('compareThese', { link: linkTo(comparison) })
            : t.rich('compare', { link: linkTo(paths.compare) })}
        </p>
        <p className="no-print text-sm text-muted">{t('print')}</p>
      </div>
    </Section>
  );
}
