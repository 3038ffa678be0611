import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { LinkButton } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { Notice } from '@/app/ui/notice';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { SOURCE_KIND_WORDS } from '@/app/desk/words/sources';
import { can } from '@/lib/accounts/policy';
import { readableFor } from '@/lib/review/readable';
import { listDeskSources } from '@/lib/agreements/sources/sources';
import type { DeskSource } from '@/lib/agreements/sources/sources';
import { sayCount } from '@/lib/platform/text/say-count';

export const metadata: Metadata = { title: 'Sources' };

type Props = { searchParams: Promise<{ done?: string | string[] }> };

/** The records of documents that cells rest on. */
export default async function SourcesPage({ searchParams }: Props) {
  const actor = await requireActor('/desk/sources', 'dataset.read');
  const [sources, { done }] = [readableFor(actor)(await listDeskSources()), await searchParams];
  return (
    <>
      <DeskTitle
        title="Sources"
        lead="The documents that cells rest on. A cell whose source holds the link of a record, or the words by which it is cited, leads to the page of that record."
      >
        {can(actor, 'source.manage') && (
          <p className="mt-5">
            <LinkButton href="/desk/sources/new" variant="secondary">
              Add a source
            </LinkButton>
          </p>
        )}
      </DeskTitle>
      {done === 'deleted' && <Notice kind="success" title="The source is deleted." />}
      {sources.length === 0 ? (
        <EmptyState title="None yet">Add the documents that the dataset was made from.</EmptyState>
      ) : (
        <SourceTable sources={sources} />
      )}
    </>
  );
}

function SourceTable({ sources }: { sources: readonly DeskSource[] }) {
  return (
    <Table id="sources" caption="Sources by title" captionHidden stacked>
      <thead role="rowgroup">
        <Row>
          <ColumnHead className="w-1/2">Source</ColumnHead>
          <ColumnHead>Kind</ColumnHead>
          <ColumnHead>Cells</ColumnHead>
        </Row>
      </thead>
      <tbody role="rowgroup">
        {sources.map(({ key, title, year, kind, cells }) => (
          <Row key={key}>
            <RowHead>
              <Link href={`/desk/sources/${key}`} className="link" dir="auto">
                {title}
              </Link>
              {year !== null && <span className="font-normal text-muted">, {year}</span>}
            </RowHead>
            <Cell>{SOURCE_KIND_WORDS[kind]}</Cell>
            <Cell>{cells === 0 ? 'none' : sayCount(cells, 'cell')}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
