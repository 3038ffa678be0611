import './matrix.css';
import { useLocale, useTranslations } from 'next-intl';
import { groupBySpace, type SpaceGroup, tally } from '@/lib/publishing/reading';
import { pathsIn } from '@/lib/i18n/paths';
import { MatrixCell } from './matrix-cell';
import type { MatrixProps } from './matrix-section';

/**
 * Rows are agreements, columns criteria. On a wide screen the head stays in view; on a narrow one each row becomes a list
 * of its own, criterion by criterion. The roles are spelled out because that layout would hide them from some browsers.
 */
export function MatrixTable({ set, agreements, published }: MatrixProps) {
  const t = useTranslations('matrix');
  return (
    <table role="table" className="matrix">
      <caption className="sr-only">{t('caption', { set: set.title, agreements: agreements.length, criteria: set.criteria.length })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t('agreement')}
          </th>
          {set.criteria.map((criterion) => (
            <th key={criterion.key} scope="col" role="columnheader">
              <a href={`#about-${criterion.key}`} title={t('columnNote', { criterion: criterion.title })}>
                {criterion.shortTitle}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      {groupBySpace(agreements).map((group) => (
        <MatrixGroup key={group.space} set={set} published={published} {...group} />
      ))}
      <MatrixTotals set={set} agreements={agreements} />
    </table>
  );
}

type MatrixGroupProps = Omit<MatrixProps, 'agreements'> & SpaceGroup;

function MatrixGroup({ set, space, agreements, published }: MatrixGroupProps) {
  const t = useTranslations('agreements');
  const common = useTranslations('common');
  const paths = pathsIn(useLocale());
  return (
    <tbody role="rowgroup">
      <tr role="row" className="matrix-space">
        <th scope="rowgroup" role="rowheader" colSpan={set.criteria.length + 1}>
          {space === 'unplaced' ? t('unplaced') : common(`spaces.${space}`)}
        </th>
      </tr>
      {agreements.map((agreement) => (
        <tr key={agreement.slug} role="row">
          <th scope="row" role="rowheader">
            <a href={paths.agreement(agreement.slug)}>{agreement.shortName}</a>
          </th>
          {set.criteria.map((criterion) => (
            <MatrixCell key={criterion.key} agreement={agreement} criterion={criterion} published={published} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function MatrixTotals({ set, agreements }: Omit<MatrixProps, 'published'>) {
  const t = useTranslations('matrix');
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        <th scope="row" role="rowheader">
          {t('totals')}
        </th>
        {set.criteria.map((criterion) => (
          <td key={criterion.key} role="cell" data-label={criterion.shortTitle}>
            {t('total', { yes: tally(agreements, criterion.key).yes, count: agreements.length })}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
