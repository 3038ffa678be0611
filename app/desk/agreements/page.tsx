import { Link } from '@/app/ui/link';
import { LinkButton } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { Notice } from '@/app/ui/notice';
import { Tag } from '@/app/ui/tag';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { FindForm, findMetadata, soughtIn } from '@/app/desk/parts/find-form';
import type { FindQuery } from '@/app/desk/parts/find-form';
import { can } from '@/lib/accounts/policy';
import { sayVersionDay } from '@/lib/platform/i18n/dates';
import { listDeskAgreements, listLeftByCorrections } from '@/lib/review/desk-agreement';
import type { DeskAgreementLine } from '@/lib/review/desk-agreement';
import { sayCount } from '@/lib/platform/text/say-count';

type Props = { searchParams: Promise<FindQuery> };

export const generateMetadata = ({ searchParams }: Props) => findMetadata('Agreements', searchParams);

export default async function AgreementsPage({ searchParams }: Props) {
  const actor = await requireActor('/desk/agreements', 'dataset.read');
  const sought = soughtIn(await searchParams);
  const agreements = await listDeskAgreements(sought);
  return (
    <>
      <DeskTitle
        title="Agreements"
        lead="The current dataset. Editors change it like contributors: a change is proposed with a source, and another editor decides on it."
      >
        <nav aria-label="Dataset" className="mt-5 flex flex-wrap gap-x-6 gap-y-2">
          {can(actor, 'agreement.propose') && (
            <>
              <LinkButton href="/desk/agreements/new" variant="secondary">
                Add an agreement
              </LinkButton>
              <Link href="/desk/bulk" className="link inline-flex min-h-11 items-center">
                Upload a table of cells
              </Link>
            </>
          )}
          <Link href="/desk/sources" className="link inline-flex min-h-11 items-center">
            Sources
          </Link>
          <Link href="/desk/participants" className="link inline-flex min-h-11 items-center">
            Participants
          </Link>
          <Link href="/desk/criteria" className="link inline-flex min-h-11 items-center">
            {can(actor, 'criterion.manage') ? 'Criteria: add a set, edit its texts' : 'Criteria'}
          </Link>
        </nav>
      </DeskTitle>
      {actor.role === 'admin' && <LeftByCorrections left={await listLeftByCorrections()} />}
      <FindForm label="Find an agreement" sought={sought} />
      {agreements.length > 0 ? (
        <AgreementTable agreements={agreements} />
      ) : (
        <EmptyState title={sought ? `Nothing is called “${sought}”.` : 'The dataset is empty.'} />
      )}
    </>
  );
}

/** For admins: where a correction of the import did not overwrite editors' decisions. */
function LeftByCorrections({ left }: { left: Awaited<ReturnType<typeof listLeftByCorrections>> }) {
  if (left.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice kind="info" title="The correction of the import left what editors had decided">
        <p>
          What had been imported for these values was wrong. Editors have decided on them since, so they stay until an
          editor decides again: please compare them with their sources.
        </p>
        <ul className="mt-2 list-disc ps-5">
          {left.map(({ slug, name, cells }) => (
            <li key={slug}>
              <Link href={`/desk/agreements/${slug}`} className="link" dir="auto">
                {name}
              </Link>
              : {cells.map(({ title }) => title).join(', ')}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function AgreementTable({ agreements }: { agreements: readonly DeskAgreementLine[] }) {
  return (
    <Table
      id="agreements"
      caption={agreements.length === 1 ? 'One agreement' : sayCount(agreements.length, 'agreement')}
      stacked
    >
      <thead>
        <Row>
          <ColumnHead>Agreement</ColumnHead>
          <ColumnHead>Version</ColumnHead>
          <ColumnHead>Changed</ColumnHead>
          <ColumnHead>Undecided</ColumnHead>
        </Row>
      </thead>
      <tbody>
        {agreements.map((agreement) => (
          <AgreementLine key={agreement.slug} agreement={agreement} />
        ))}
      </tbody>
    </Table>
  );
}

function AgreementLine({
  agreement: { slug, name, shortName, version, updatedAt, retiredAt, pending },
}: {
  agreement: DeskAgreementLine;
}) {
  return (
    <Row className={retiredAt ? 'text-muted' : undefined}>
      <RowHead dir="auto">
        <Link href={`/desk/agreements/${slug}`} className="link">
          {name}
        </Link>{' '}
        {retiredAt && <Tag>Retired</Tag>}
        {shortName !== name && <span className="block font-normal text-muted">{shortName}</span>}
      </RowHead>
      <Cell label="Version">{version}</Cell>
      <Cell label="Changed" className="whitespace-nowrap">
        <time dateTime={updatedAt.toISOString()}>{sayVersionDay(updatedAt.toISOString(), 'en')}</time>
      </Cell>
      <Cell label="Undecided">
        {pending > 0 ? (
          <Link href={`/desk/agreements/${slug}/pending`} className="link">
            {sayCount(pending, 'cell')}
          </Link>
        ) : (
          <span className="text-muted">Nothing</span>
        )}
      </Cell>
    </Row>
  );
}
