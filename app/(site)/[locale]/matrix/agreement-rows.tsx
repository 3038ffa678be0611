import { useTranslations } from 'next-intl';
import { totalOn } from '@/lib/publication/matrix/layout';
import { yesCount } from '@/lib/publication/matrix/ordering';
import { AgreementHead, CriterionHead, OrderHead } from './heads';
import { sortOf } from './links';
import { MatrixCell } from './matrix-cell';
import type { MatrixTableProps } from './matrix-table-props';
import { SpaceName } from './space-name';
import { Total } from './total';

/** Agreements as rows, grouped by space. */
export function AgreementRows(props: MatrixTableProps) {
  const { table, view, links, withNotes } = props;
  const { set, groups } = table;
  const t = useTranslations('matrix');
  const heads = { view, links, withNotes, set: set.slug };
  return (
    <>
      <thead role="rowgroup">
        <tr role="row">
          <OrderHead
            of="col"
            href={`${links.orderBy('name')}#${set.slug}`}
            label={t('agreement')}
            hint={t('orderByName')}
            sort={sortOf(view, 'name')}
          />
          {set.criteria.map((criterion) => (
            <CriterionHead key={criterion.key} of="col" criterion={criterion} {...heads} />
          ))}
          <OrderHead
            of="col"
            href={`${links.orderBy('yes')}#${set.slug}`}
            label={t('yeses')}
            hint={t('orderByYes')}
            sort={sortOf(view, 'yes')}
          />
        </tr>
      </thead>
      {groups.map(({ space, agreements }) => (
        <tbody key={space} role="rowgroup">
          {space && (
            <tr role="row" className="matrix-space">
              <th scope="rowgroup" role="rowheader" colSpan={set.criteria.length + 2}>
                <span>
                  <SpaceName space={space} />
                </span>
              </th>
            </tr>
          )}
          {agreements.map((agreement) => (
            <tr key={agreement.slug} role="row">
              <AgreementHead of="row" agreement={agreement} {...heads} />
              {set.criteria.map((criterion) => (
                <MatrixCell
                  key={criterion.key}
                  agreement={agreement}
                  criterion={criterion}
                  noteId={props.noteOf(agreement, criterion)}
                />
              ))}
              <td role="cell">{yesCount(agreement, set.criteria)}</td>
            </tr>
          ))}
        </tbody>
      ))}
      <Totals {...props} />
    </>
  );
}

/** The last row: the number of agreements with "yes", among those assessed. */
function Totals({ table: { set, assessed }, view, links }: MatrixTableProps) {
  const t = useTranslations('matrix');
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        <OrderHead
          of="row"
          href={`${links.orderAlong('yes')}#${set.slug}`}
          label={t('totals')}
          hint={t('orderCriteriaByYes')}
          sort={view.along?.[0] === 'yes' ? 'descending' : undefined}
        />
        {set.criteria.map(({ key }) => (
          <td key={key} role="cell">
            <Total total={totalOn(assessed, key)} />
          </td>
        ))}
        <td role="cell" />
      </tr>
    </tfoot>
  );
}
