import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { MessagePlace } from '@/app/ui/message-place';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { Command } from '@/app/desk/parts/command';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { readBulkEntry } from '@/lib/review/bulk/bulk-list';
import type { BulkEntryPage } from '@/lib/review/bulk/bulk-list';
import { DELIMITER_WORDS, problemWords } from '@/app/desk/words/bulk-tables';
import { discard } from './actions';
import { Progress } from './progress';
import { ReportTable } from './report-table';
import { StoreForm } from './store-form';
import { sayCount } from '@/lib/platform/text/say-count';

export const metadata: Metadata = { title: 'Bulk entry' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ show?: string | string[]; page?: string | string[] }>;
};

export default async function BulkEntryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/desk/bulk/${id}`, 'agreement.propose');
  const entry = z.uuid().safeParse(id).success ? await readBulkEntry(id, actor.userId) : null;
  if (!entry) notFound();
  return (
    <>
      <DeskTitle
        title={
          <span dir="auto" className="wrap-anywhere">
            {entry.fileName}
          </span>
        }
        lead={leadOf(entry)}
      >
        <p className="mt-3">
          <Link href="/desk/bulk" className="link">
            Upload another table
          </Link>
        </p>
      </DeskTitle>
      <MessagePlace>
        <State entry={entry} />
      </MessagePlace>
      {entry.report.counts && <ReportTable id={id} report={entry.report} asked={await searchParams} />}
    </>
  );
}

/** How the file was parsed. */
function leadOf({ report: { counts, delimiter, sheet, ignoredColumns } }: BulkEntryPage): string | undefined {
  if (!counts) return undefined;
  const ignored = ignoredColumns.length > 0 ? ` Left unread: ${ignoredColumns.join(', ')}.` : '';
  const from =
    sheet === undefined ? `separated by ${DELIMITER_WORDS[delimiter ?? ','] ?? 'commas'}` : `of the sheet “${sheet}”`;
  return `${sayCount(counts.rows, 'row')}, ${from}.${ignored}`;
}

function State({ entry }: { entry: BulkEntryPage }) {
  const { id, status, report, reference, rowsTotal, rowsChecked } = entry;
  if (status === 'checking') return <Progress id={id} total={rowsTotal} checked={rowsChecked} />;
  if (status === 'discarded') return <Notice kind="info" title="Discarded. Nothing of it was proposed." />;
  if (status === 'stored') {
    return (
      <Notice kind="success" title={`Proposed as ${reference ?? 'a contribution'}`}>
        {reference && (
          <Link href={`/desk/contributions/${reference}`} className="link">
            Look at {reference}
          </Link>
        )}
      </Notice>
    );
  }
  if (report.problem) {
    const { title, body } = problemWords(report.problem);
    return (
      <div className="space-y-5">
        <Notice kind="error" title={title}>
          <p>{body}</p>
          <p>Nothing of the file was kept.</p>
        </Notice>
      </div>
    );
  }
  return <Checked id={id} report={report} />;
}

function Checked({ id, report: { counts } }: Pick<BulkEntryPage, 'id' | 'report'>) {
  if (!counts) return null;
  return (
    <div className="space-y-6">
      {counts.change > 0 ? (
        <StoreForm id={id} cells={counts.change} faults={counts.fault} moved={counts.moved} />
      ) : (
        <Notice kind="info" title="Nothing to propose">
          <p>
            {counts.fault > 0
              ? 'Every row that would change something is at fault. Correct the file and upload it again.'
              : 'Every row has the current value already.'}
          </p>
        </Notice>
      )}
      <Command action={discard} fields={{ id }} label="Discard" done="Discarded." about="this upload" />
    </div>
  );
}
