import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { MessagePlace } from '@/app/ui/message-place';
import { Notice } from '@/app/ui/notice';
import { PageLinks } from '@/app/ui/page-links';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { requireActor } from '@/app/server/session';
import { Command } from '@/app/desk/parts/command';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { Tabs } from '@/app/desk/parts/tabs';
import { discard } from '@/app/desk/participants/tables/actions';
import { problemWords } from '@/app/desk/words/bulk-tables';
import { TABLE_OUTCOME_WORDS, tableRowWords } from '@/app/desk/words/participant-tables';
import { pageOf } from '@/lib/publication/selection';
import { TABLE_OUTCOMES } from '@/lib/review/participants/table-schema';
import { readParticipantTable } from '@/lib/review/participants/table-upload';
import type { ParticipantTablePage } from '@/lib/review/participants/table-upload';
import { Progress } from './progress';
import { StoreForm } from './store-form';

export const metadata: Metadata = { title: 'Table of participants' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ show?: string | string[]; page?: string | string[] }>;
};

export default async function ParticipantTableOfPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/desk/participants/tables/${id}`, 'agreement.propose');
  const table = z.uuid().safeParse(id).success ? await readParticipantTable(id, actor.userId) : null;
  if (!table) notFound();
  return (
    <>
      <DeskTitle
        title={
          <span dir="auto" className="wrap-anywhere">
            {table.fileName}
          </span>
        }
      >
        <p className="mt-3">
          <Link href="/desk/participants/tables" className="link">
            Upload another table
          </Link>
        </p>
      </DeskTitle>
      <MessagePlace>
        <State table={table} />
      </MessagePlace>
      {table.report.rows.length > 0 && <Report table={table} asked={await searchParams} />}
    </>
  );
}

const countOf = ({ report }: ParticipantTablePage, outcome: (typeof TABLE_OUTCOMES)[number]) =>
  report.rows.filter((row) => row.outcome === outcome).length;

function State({ table }: { table: ParticipantTablePage }) {
  const { id, status, report, rowsTotal, rowsDone } = table;
  if (status === 'checking' || status === 'storing')
    return <Progress key={status} id={id} status={status} total={rowsTotal} done={rowsDone} />;
  if (status === 'discarded') return <Notice kind="info" title="Discarded. Nothing of it was stored." />;
  if (status === 'stored')
    return (
      <Notice
        kind="success"
        title={`Stored: ${countOf(table, 'stored').toLocaleString('en')} rows, public as not verified.`}
      />
    );
  if (report.problem) {
    const { title } = problemWords(report.problem);
    return (
      <Notice kind="error" title={title}>
        <p>Nothing of the file was kept.</p>
      </Notice>
    );
  }
  const [fresh, similar] = [countOf(table, 'new'), countOf(table, 'similar')];
  return (
    <div className="space-y-5">
      {fresh + similar > 0 ? (
        <StoreForm id={id} fresh={fresh} similar={similar} />
      ) : (
        <Notice kind="info" title="Nothing to store" />
      )}
      <Command action={discard} fields={{ id }} label="Discard" done="Discarded." about="this upload" />
    </div>
  );
}

function Report({
  table,
  asked,
}: {
  table: ParticipantTablePage;
  asked: { show?: string | string[]; page?: string | string[] };
}) {
  const present = TABLE_OUTCOMES.filter((outcome) => countOf(table, outcome) > 0);
  const shown = present.find((outcome) => outcome === asked.show) ?? present[0];
  const chosen = table.report.rows.filter(({ outcome }) => outcome === shown);
  const { rows, page, pages } = pageOf(chosen, Number(asked.page) || 1, 100);
  const address = (outcome: string | undefined, number = 1) =>
    `/desk/participants/tables/${table.id}?show=${outcome}${number > 1 ? `&page=${number}` : ''}#report`;
  return (
    <section aria-labelledby="report" className="mt-10">
      <h2 id="report" className="text-2xl">
        Row by row
      </h2>
      <Tabs
        label="Rows"
        tabs={present.map((outcome) => ({
          href: address(outcome),
          label: TABLE_OUTCOME_WORDS[outcome],
          count: countOf(table, outcome).toLocaleString('en'),
          current: outcome === shown,
        }))}
      />
      <Table id="rows" caption="Rows of the table" captionHidden stacked>
        <thead>
          <Row>
            <ColumnHead>Row</ColumnHead>
            <ColumnHead>Participant</ColumnHead>
            <ColumnHead>Agreement</ColumnHead>
            <ColumnHead>What becomes of it</ColumnHead>
          </Row>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.row}>
              <RowHead className="tabular-nums">
                <span className="md:hidden">Row </span>
                {row.row}
              </RowHead>
              <Cell label="Participant" dir="auto" className="wrap-anywhere">
                {row.name}
              </Cell>
              <Cell label="Agreement" className="wrap-anywhere">
                {row.agreement}
              </Cell>
              <Cell label="What becomes of it" className="wrap-anywhere">
                {tableRowWords(row)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <PageLinks
        page={page}
        pages={pages}
        hrefOf={(number) => address(shown, number)}
        words={{ label: 'Pages', previous: 'Earlier rows', here: `Page ${page} of ${pages}`, next: 'Further rows' }}
      />
    </section>
  );
}
