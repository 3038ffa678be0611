import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { LinkButton } from '@/app/ui/button';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { Tag } from '@/app/ui/tag';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { callStateInWords, deadlineInWords } from '@/app/desk/words/calls';
import { listDeskCalls } from '@/lib/calls/desk-calls';
import type { DeskCall } from '@/lib/calls/desk-calls';

export const metadata: Metadata = { title: 'Calls' };

export default async function CallsPage() {
  await requireActor('/desk/calls', 'call.manage');
  const calls = await listDeskCalls();
  return (
    <>
      <DeskTitle title="Calls" lead="What the forum asks for each year. A new call is public only when you make it so.">
        <p className="mt-5">
          <LinkButton href="/desk/calls/new" variant="secondary">
            Make a call
          </LinkButton>
        </p>
      </DeskTitle>
      {calls.length === 0 ? <p>There is no call yet.</p> : <CallTable calls={calls} />}
    </>
  );
}

const CallTable = ({ calls }: { calls: readonly DeskCall[] }) => (
  <Table id="calls" caption="Calls" captionHidden stacked>
    <thead>
      <Row>
        <ColumnHead>Call</ColumnHead>
        <ColumnHead>State</ColumnHead>
        <ColumnHead>Deadline</ColumnHead>
        <ColumnHead className="numeric">Drafts</ColumnHead>
        <ColumnHead className="numeric">Sent in</ColumnHead>
        <ColumnHead className="numeric">Published</ColumnHead>
        <ColumnHead>
          <span className="sr-only">Copy</span>
        </ColumnHead>
      </Row>
    </thead>
    <tbody>
      {calls.map((call) => (
        <CallRow key={call.slug} call={call} />
      ))}
    </tbody>
  </Table>
);

function CallRow({ call }: { call: DeskCall }) {
  const { slug, title, counts } = call;
  const { word, tone } = callStateInWords(call);
  return (
    <Row>
      <RowHead className="min-w-44 wrap-anywhere">
        <Link href={`/desk/calls/${slug}`} className="link" dir="auto">
          {title}
        </Link>
        <span className="block font-normal text-muted">{slug}</span>
      </RowHead>
      <Cell label="State">
        <Tag tone={tone}>{word}</Tag>
      </Cell>
      <Cell label="Deadline" className="min-w-44">
        {deadlineInWords(call)}
      </Cell>
      <Cell label="Drafts" numeric>
        {counts.begun}
      </Cell>
      <Cell label="Sent in" numeric>
        {counts.submitted}
      </Cell>
      <Cell label="Published" numeric>
        {counts.published}
      </Cell>
      <Cell>
        <Link href={`/desk/calls/new?from=${slug}`} className="link whitespace-nowrap">
          Copy
          <span className="sr-only">
            {' '}
            {title}, {slug}
          </span>
        </Link>
      </Cell>
    </Row>
  );
}
