import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import type { MatrixTable } from '@/lib/publication/matrix/layout';
import { totalOn } from '@/lib/publication/matrix/layout';
import { yesCount } from '@/lib/publication/matrix/ordering';
import { AgreementHead, CriterionHead, OrderHead } from './heads';
import { sortOf } from './links';
import { MatrixCell } from './matrix-cell';
import type { MatrixTableProps } from './matrix-table-props';
import { SpaceName } from './space-name';
import { Total } from './total';

/** Criteria as rows, agreements as columns, grouped by space. */
export function AgreementColumns({ table, view, links, withNotes, noteOf }: MatrixTableProps) {
  const { set, groups, assessed } = table;
  const t = useTranslations('matrix');
  const agreements = groups.flatMap((group) => group.agreements);
  const heads = { view, links, withNotes, set: set.slug };
  return (
    <>
      <thead role="rowgroup">
        <Spaces groups={groups} />
        <tr role="row">
          <OrderHead
            of="col"
            href={`${links.orderAlong('name')}#${set.slug}`}
            label={t('criterion')}
            hint={t('orderCriteriaByName')}
            sort={view.along?.[0] === 'name' ? 'ascending' : undefined}
          />
          {agreements.map((agreement) => (
            <AgreementHead key={agreement.slug} of="col" agreement={agreement} {...heads} />
          ))}
          <OrderHead
            of="col"
            href={`${links.orderAlong('yes')}#${set.slug}`}
            label={t('totals')}
            hint={t('orderCriteriaByYes')}
            sort={view.along?.[0] === 'yes' ? 'descending' : undefined}
          />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {set.criteria.map((criterion) => (
          <tr key={criterion.key} role="row">
            <CriterionHead of="row" criterion={criterion} {...heads} />
            {agreements.map((agreement) => (
              <MatrixCell
                key={agreement.slug}
                agreement={agreement}
                criterion={criterion}
                noteId={noteOf(agreement, criterion)}
              />
            ))}
            <td role="cell">
              <Total total={totalOn(assessed, criterion.key)} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <OrderHead
            of="row"
            href={`${links.orderBy('yes')}#${set.slug}`}
            label={t('yeses')}
            hint={t('orderByYes')}
            sort={sortOf(view, 'yes')}
          />
          {agreements.map((agreement) => (
            <td key={agreement.slug} role="cell">
              {yesCount(agreement, set.criteria)}
            </td>
          ))}
          <td role="cell" />
        </tr>
      </tfoot>
    </>
  );
}

/** The spaces above the agreements, each with the number of its columns, which the phone layout needs too. */
function Spaces({ groups }: Pick<MatrixTable, 'groups'>) {
  if (groups.every(({ space }) => space === null)) return null;
  return (
    <tr role="row" className="matrix-spaces">
      <td role="cell" />
      {groups.map(({ space, agreements }) => (
        // React's types know no custom properties.
        <th
          key={space}
          scope="colgroup"
          role="columnheader"
          colSpan={agreements.length}
          style={{ '--span': agreements.length } as CSSProperties}
        >
          {space && <SpaceName space={space} />}
        </th>
      ))}
      <td role="cell" />
    </tr>
  );
}
