import { recordEvent, recordHourly } from '@/lib/platform/audit/record';
import { db } from '@/lib/platform/db/client';
import type { Editor } from '@/lib/accounts/policy';

type Reading = { editor: Pick<Editor, 'userId'>; reference: string };

/** Records that an editor saw the contact details of a contribution: once an hour, however often the page is opened. */
export async function recordContactRead({ editor, reference }: Reading): Promise<void> {
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  await recordHourly({
    actor: editor,
    action: 'contribution.contact_read',
    subject: { kind: 'contribution', id },
  });
}

/** Remembers that an editor took a file that went with a contribution; `file` is its id. */
export async function recordFileRead({ editor, reference, file }: Reading & { file: string }): Promise<void> {
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  await recordHourly({
    actor: editor,
    action: 'contribution.file_read',
    subject: { kind: 'contribution', id },
    details: { file },
  });
}

/** Remembers that an editor took a file that a contribution was filled from; `file` is its id. */
export async function recordOriginalRead({ editor, reference, file }: Reading & { file: string }): Promise<void> {
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  await recordHourly({
    actor: editor,
    action: 'contribution.original_read',
    subject: { kind: 'contribution', id },
    details: { file },
  });
}

/** Remembers that an editor took the audit log away as a file; by which filters, by name. */
export async function recordLogExport({
  editor,
  filters,
}: {
  editor: Pick<Editor, 'userId'>;
  filters: string[];
}): Promise<void> {
  await recordEvent({
    actor: editor,
    action: 'audit.exported',
    subject: { kind: 'audit_log', id: 'all' },
    details: { filters },
  });
}

/** Remembers that an editor took the report on an upload of theirs away as a file. */
export async function recordReportExport({
  editor,
  entry,
}: {
  editor: Pick<Editor, 'userId'>;
  entry: string;
}): Promise<void> {
  await recordEvent({
    actor: editor,
    action: 'bulk_entry.report_exported',
    subject: { kind: 'bulk_entry', id: entry },
  });
}

/** Remembers that an editor took the answers to a call away as a file, with the contact details of those who sent them. */
export async function recordAnswersExport({
  editor,
  call,
  file,
  contributions,
}: {
  editor: Pick<Editor, 'userId'>;
  call: string;
  file: string;
  contributions: number;
}): Promise<void> {
  await recordEvent({
    actor: editor,
    action: 'call.answers_exported',
    subject: { kind: 'call', id: call },
    details: { file, contributions },
  });
}
