import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { EmptyState } from '@/app/ui/empty-state';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { listRefusedToday } from '@/lib/review/refused-values';
import type { RefusedValue } from '@/lib/review/refused-values';

export const metadata: Metadata = { title: 'Older values' };

/** For admins: stored values that today's rules would reject. */
export default async function OlderValuesPage() {
  await requireActor('/desk/overview/refused', 'call.manage');
  const values = await listRefusedToday();
  return (
    <>
      <DeskTitle
        title="Older values"
        lead="What was stored before the rules for texts, links and numbers were what they are. All of it stays readable; of an agreement an editor can propose what is right."
      />
      {values.length === 0 ? (
        <EmptyState title="There are none">Everything that is stored could be typed today.</EmptyState>
      ) : (
        <Values values={values} />
      )}
    </>
  );
}

function Values({ values }: { values: readonly RefusedValue[] }) {
  return (
    <Table id="older-values" caption="Stored values that would be refused today" captionHidden stacked>
      <thead role="rowgroup">
        <Row>
          <ColumnHead>Where</ColumnHead>
          <ColumnHead>Part</ColumnHead>
          <ColumnHead>Why</ColumnHead>
        </Row>
      </thead>
      <tbody role="rowgroup">
        {values.map(({ of, kind, part, reason }, at) => (
          <Row key={at}>
            <RowHead>
              <Link
                href={kind === 'agreement' ? `/desk/agreements/${of}` : `/desk/contributions/${of}`}
                className="link"
              >
                {of}
              </Link>
            </RowHead>
            <Cell label="Part">{part}</Cell>
            <Cell label="Why">
              {reason === 'hidden_characters' ? 'It holds invisible characters.' : faultInWords(reason)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
