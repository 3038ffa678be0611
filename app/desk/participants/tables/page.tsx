import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { Button } from '@/app/ui/button';
import { describedBy, Field } from '@/app/ui/field';
import { FileInput } from '@/app/ui/file-input';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { UploadProblem } from '@/app/desk/parts/upload-problem';
import { TABLE_STATUS_WORDS } from '@/app/desk/words/participant-tables';
import { TABLE_COLUMNS } from '@/lib/review/participants/table-schema';
import { listParticipantTables } from '@/lib/review/participants/table-upload';

export const metadata: Metadata = { title: 'Tables of participants' };

type Props = { searchParams: Promise<{ problem?: string | string[] }> };

const HINT =
  'An Excel workbook (.xlsx) or a CSV file in UTF-8, at most 5 MB. Nothing is stored before you have seen the report.';

export default async function ParticipantTablesPage({ searchParams }: Props) {
  const actor = await requireActor('/desk/participants/tables', 'agreement.propose');
  const { problem } = await searchParams;
  const tables = await listParticipantTables(actor.userId);
  return (
    <>
      <DeskTitle
        title="Tables of participants"
        lead="Many rows of the register at once. Each is checked first; names that resemble known ones are suggested and never merged."
      />
      <UploadProblem problem={problem} />
      <form
        action="/desk/participants/tables/upload"
        method="post"
        encType="multipart/form-data"
        className="max-w-measure space-y-5"
      >
        <Field id="file" label="Table of participants" hint={HINT}>
          <FileInput id="file" accept=".xlsx,.csv,.tsv,.txt,text/csv" {...describedBy({ id: 'file', hint: HINT })} />
        </Field>
        <Button type="submit">Upload and check</Button>
      </form>
      <section aria-labelledby="shape" className="mt-10 max-w-measure">
        <h2 id="shape" className="mb-3 text-2xl">
          The shape of the table
        </h2>
        <p>
          The columns are those of{' '}
          <a href="/data/latest/participants.csv" className="link">
            participants.csv
          </a>
          . Needed: {TABLE_COLUMNS.needed.join(', ')}, and one of source, link, quotation or contribution. If you like:
          participant, which names a known one; country, group, date, declared_by and reservation. Rows come in as not
          verified.
        </p>
      </section>
      {tables.length > 0 && (
        <section aria-labelledby="uploads" className="mt-10">
          <h2 id="uploads" className="mb-3 text-2xl">
            Your uploads
          </h2>
          <ul className="border-t border-rule">
            {tables.map(({ id, fileName, status }) => (
              <li key={id} className="border-b border-rule py-3">
                <Link href={`/desk/participants/tables/${id}`} className="link wrap-anywhere" dir="auto">
                  {fileName}
                </Link>
                : {TABLE_STATUS_WORDS[status]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
