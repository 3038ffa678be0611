import { Link } from '@/app/ui/link';
import { LinkButton } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { PageLinks } from '@/app/ui/page-links';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { requireActor } from '@/app/server/session';
import { sayCountry } from '@/app/(site)/contributions/attribution';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { FindForm, findMetadata, soughtIn } from '@/app/desk/parts/find-form';
import type { FindQuery } from '@/app/desk/parts/find-form';
import { sayKind } from '@/app/desk/words/participants';
import { can } from '@/lib/accounts/policy';
import { sayCount } from '@/lib/platform/text/say-count';
import { pageOf } from '@/lib/publication/selection';
import { listDeskParticipants } from '@/lib/review/participants/desk-register';
import type { DeskParticipantLine } from '@/lib/review/participants/desk-register';

type Props = { searchParams: Promise<FindQuery & { page?: string | string[] }> };

export const generateMetadata = ({ searchParams }: Props) => findMetadata('Participants', searchParams);

export default async function DeskParticipantsPage({ searchParams }: Props) {
  const actor = await requireActor('/desk/participants', 'dataset.read');
  const edits = can(actor, 'agreement.propose');
  const asked = await searchParams;
  const sought = soughtIn(asked);
  const found = await listDeskParticipants(sought);
  const { rows, page, pages } = pageOf(found, Number(asked.page) || 1, 100);
  return (
    <>
      <DeskTitle
        title="Participants"
        lead="The register of states and organisations that take part in agreements. What one editor enters is public as not verified until another has compared it with its evidence."
      >
        <nav aria-label="Register" className="mt-5 flex flex-wrap gap-x-6 gap-y-2">
          {edits && (
            <LinkButton href="/desk/participants/new" variant="secondary">
              Add to the register
            </LinkButton>
          )}
          <Link href="/desk/participants/claims" className="link inline-flex min-h-11 items-center">
            Participants in contributions
          </Link>
          {edits && (
            <Link href="/desk/participants/tables" className="link inline-flex min-h-11 items-center">
              Upload a table
            </Link>
          )}
        </nav>
      </DeskTitle>
      <FindForm label="Find a participant" sought={sought} />
      {rows.length > 0 ? (
        <ParticipantTable rows={rows} total={found.length} />
      ) : (
        <EmptyState title={sought ? `No participant is called “${sought}”.` : 'The register is empty.'} />
      )}
      <PageLinks
        page={page}
        pages={pages}
        hrefOf={(number) => `/desk/participants?${new URLSearchParams({ q: sought, page: `${number}` }).toString()}`}
        words={{ label: 'Pages', previous: 'Previous', here: `Page ${page} of ${pages}`, next: 'Next' }}
      />
    </>
  );
}

function ParticipantTable({ rows, total }: { rows: readonly DeskParticipantLine[]; total: number }) {
  return (
    <Table id="participants" caption={sayCount(total, 'participant')} stacked>
      <thead>
        <Row>
          <ColumnHead>Participant</ColumnHead>
          <ColumnHead>Kind</ColumnHead>
          <ColumnHead>Country</ColumnHead>
          <ColumnHead>Rows</ColumnHead>
          <ColumnHead>Not verified</ColumnHead>
        </Row>
      </thead>
      <tbody>
        {rows.map(({ slug, name, kind, country, rows: count, unverified }) => (
          <Row key={slug}>
            <RowHead dir="auto">
              <Link href={`/desk/participants/${slug}`} className="link wrap-anywhere">
                {name}
              </Link>
            </RowHead>
            <Cell label="Kind">{sayKind(kind)}</Cell>
            <Cell label="Country">{country ? sayCountry(country, 'en') : '–'}</Cell>
            <Cell label="Rows">{count}</Cell>
            <Cell label="Not verified">{unverified}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
