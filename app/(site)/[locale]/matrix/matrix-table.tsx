import './matrix.css';
import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { AgreementColumns } from './agreement-columns';
import { AgreementRows } from './agreement-rows';
import type { MatrixTableProps } from './matrix-table-props';

/** With more columns than this, the table scrolls sideways, even on a wide screen. */
const MAX_IN_VIEW = 14;

/**
 * Agreements as rows and criteria as columns, or the reverse. Head and first column stay visible. A phone shows the
 * table turned (matrix.css), which needs the number of cells per row. The roles are explicit because that layout hides
 * them from some browsers.
 */
export function MatrixTable(props: MatrixTableProps) {
  const t = useTranslations('matrix');
  const { table, view } = props;
  const shown = table.groups.reduce((sum, group) => sum + group.agreements.length, 0);
  const across = (view.transpose ? shown : table.set.criteria.length) + 2;
  const caption = `${table.set.slug}-caption`;
  return (
    <div
      role="region"
      aria-labelledby={caption}
      tabIndex={0}
      className={across > MAX_IN_VIEW ? 'matrix-region is-wide' : 'matrix-region'}
    >
      {/* React's types know no custom properties. */}
      <table role="table" className="matrix" style={{ '--across': across } as CSSProperties}>
        <caption id={caption} className="sr-only">
          {t('caption', {
            set: table.set.title,
            agreements: table.assessed.length,
            criteria: table.set.criteria.length,
          })}
        </caption>
        {view.transpose ? <AgreementColumns {...props} /> : <AgreementRows {...props} />}
      </table>
    </div>
  );
}
