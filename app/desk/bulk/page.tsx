import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { UploadProblem } from '@/app/desk/parts/upload-problem';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { listBulkEntries } from '@/lib/review/bulk/bulk-list';
import type { BulkEntryLine } from '@/lib/review/bulk/bulk-list';
import { UploadForm } from './upload-form';
import { BULK_STATUS_WORDS } from '@/app/desk/words/bulk-tables';

export const metadata: Metadata = { title: 'Bulk entry' };

type Props = { searchParams: Promise<{ problem?: string | string[] }> };

export default async function BulkPage({ searchParams }: Props) {
  const actor = await requireActor('/desk/bulk', 'agreement.propose');
  const { problem } = await searchParams;
  const entries = await listBulkEntries(actor.userId);
  return (
    <>
      <DeskTitle
        title="Bulk entry"
        lead="A table of cells, uploaded as one proposal. Each row is checked before anything is stored, and you see what it would change."
      />
      <UploadProblem problem={problem} />
      <UploadForm />
      <Shape />
      {entries.length > 0 && <Entries entries={entries} />}
    </>
  );
}

function Shape() {
  return (
    <section aria-labelledby="shape" className="mt-12 max-w-measure">
      <h2 id="shape" className="mb-3 text-2xl">
        The shape of the table
      </h2>
      <p>
        It is the shape of{' '}
        <a href="/data/latest/cells.csv" className="link">
          cells.csv
        </a>
        , and of the sheet “cells” of the workbook of{' '}
        <a href="/data/latest/agreements.xlsx" className="link">
          all tables
        </a>
        : download one of them, edit it in a spreadsheet, and upload it. Rows that you leave as they are, or remove,
        change nothing.
      </p>
      <ul className="mt-3 list-disc space-y-1.5 ps-5">
        <li>
          Needed: agreement (its short name in addresses), cell (the key of a criterion or the name of a fact, such as
          maintainer), its value, source.
        </li>
        <li>
          The value stands in the columns that its cell has: value_text for a criterion and most facts, value_date or
          value_link for a date or a link, and a column for each part of facts that have several, such as value_count
          and value_unit. A fact with any number of rows is named alone (counts) for a new row, and with the name of a
          row to change it.
        </li>
        <li>
          A new agreement has a short name of your own in the column agreement, and among its rows one with the cell
          “name”.
        </li>
        <li>
          The former names still do: criterion for cell, and value, with JSON where a value has parts. Where a table has
          both, the one that you edited counts.
        </li>
        <li>
          If you like: note, where an empty field keeps the current note and “(none)” takes it away; as_of, when the
          value was true, where it differs from the current date; version, by which a change made since your download is
          recognised.
        </li>
        <li>
          Anything else is left unread. At most 20,000 rows and 5 MB; a CSV file is in UTF-8 and separated by commas,
          semicolons or tabs.
        </li>
      </ul>
    </section>
  );
}

function Entries({ entries }: { entries: readonly BulkEntryLine[] }) {
  return (
    <section aria-labelledby="entries-title" className="mt-12">
      <h2 id="entries-title" className="mb-3 text-2xl">
        Your uploads
      </h2>
      <Table id="entries" caption="Your uploads" captionHidden stacked>
        <thead>
          <Row>
            <ColumnHead>File</ColumnHead>
            <ColumnHead>Uploaded</ColumnHead>
            <ColumnHead>State</ColumnHead>
          </Row>
        </thead>
        <tbody>
          {entries.map(({ id, fileName, status, createdAt, reference }) => (
            <Row key={id}>
              <RowHead dir="auto">
                <Link href={`/desk/bulk/${id}`} className="link wrap-anywhere">
                  {fileName}
                </Link>
              </RowHead>
              <Cell label="Uploaded">
                <time dateTime={createdAt.toISOString()}>{sayMoment(createdAt.toISOString(), 'en')}</time>
              </Cell>
              <Cell label="State">
                {BULK_STATUS_WORDS[status]}
                {reference && (
                  <>
                    {' as '}
                    <Link href={`/desk/contributions/${reference}`} className="link">
                      {reference}
                    </Link>
                  </>
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
