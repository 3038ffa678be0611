import type { ReactNode } from 'react';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { CellContent } from '@/lib/agreements/schema';
import { CellWords } from './cell-words';

type ProposedCell = {
  cell: string;
  title: string;
  before: CellContent | null;
  proposed: CellContent;
  /** Shown below the proposed value. */ more?: ReactNode;
  decision?: ReactNode;
};
type ProposedCellsProps = {
  id: string;
  caption: string;
  /** Heads of the columns; without `before` or `decision` there is no such column. */
  heads: { cell: string; before?: string; proposed: string; decision?: string };
  cells: ProposedCell[];
  nothing: string;
  /** What values refer to is called. */ names: ReferenceNames;
};

/** Proposed cells beside the values they replace, one row each, with the decision where there is one. */
export function ProposedCells({ id, caption, heads, cells, nothing, names }: ProposedCellsProps) {
  return (
    <Table id={id} caption={caption} captionHidden stacked>
      <thead role="rowgroup">
        <Row>
          <ColumnHead className="w-1/5">{heads.cell}</ColumnHead>
          {heads.before && <ColumnHead className="w-1/4">{heads.before}</ColumnHead>}
          <ColumnHead>{heads.proposed}</ColumnHead>
          {heads.decision && <ColumnHead className="w-1/3">{heads.decision}</ColumnHead>}
        </Row>
      </thead>
      <tbody role="rowgroup">
        {cells.map(({ cell, title, before, proposed, more, decision }) => (
          <Row key={cell}>
            <RowHead>{title}</RowHead>
            {heads.before && (
              <Cell label={heads.before} className="text-muted [&_.prose]:text-sm">
                {before ? <CellWords cell={cell} content={before} names={names} /> : nothing}
              </Cell>
            )}
            <Cell label={heads.proposed} className="[&_.prose]:text-sm">
              <CellWords cell={cell} content={proposed} names={names} />
              {more}
            </Cell>
            {heads.decision && (
              <Cell label={heads.decision} className="[&_.prose]:text-sm">
                {decision}
              </Cell>
            )}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
