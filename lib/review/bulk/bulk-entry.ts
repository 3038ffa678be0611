import type { ProposalInput } from '@/lib/questions/proposal-schema';
import { findStoredProposal, storeEditorProposal } from '@/lib/contributions/editor-proposals';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { addJob } from '@/lib/platform/jobs/queue';
import type { Editor } from '@/lib/accounts/policy';
import { cleanText } from '@/lib/platform/text/clean-text';
import { cutText } from '@/lib/platform/text/cut-text';
import { isSameJson } from '@/lib/platform/json';
import { checkTable } from './check-table';
import { CHECKED_AT_ONCE, MAX_BYTES } from './constants';
import { readCurrentDataset } from './bulk-list';
import type { ProposedRow } from './rows';
import { bulkReport } from './schema';
import type { BulkReport } from './schema';
import { readTable } from './table';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

type UploadInput = { editor: Editor; fileName: string; bytes: Buffer };

/**
 * Stores a file and has it checked: a short one before this returns, a long one by the job queue, which also checks it
 * if this process ends in the middle. It proposes nothing yet. Reasons: `file_too_large`.
 */
export async function uploadBulkEntry({ editor, fileName, bytes }: UploadInput): Promise<Result<{ id: string }>> {
  if (bytes.byteLength > MAX_BYTES) return failure('file_too_large');
  const atOnce = bytes.byteLength <= CHECKED_AT_ONCE;
  const uploaded = await mutation({ actor: editor }, async ({ tx, audit }) => {
    const name = cutText(cleanText(fileName).text.replace(/\s+/g, ' '), 200) || 'table';
    const entry = await tx.bulkEntry.create({
      data: { userId: editor.userId, fileName: name, bytes: Uint8Array.from(bytes) },
      select: { id: true },
    });
    await audit({
      action: 'bulk_entry.uploaded',
      subject: { kind: 'bulk_entry', id: entry.id },
    });
    const runAt = atOnce ? new Date(Date.now() + 30_000) : undefined;
    await addJob(tx, 'check-bulk-entry', { entryId: entry.id }, { jobKey: `check-bulk-entry:${entry.id}`, runAt });
    return { ok: true, id: entry.id };
  });
  if (uploaded.ok && atOnce) await checkBulkEntry(uploaded.id);
  return uploaded;
}

/**
 * Checks a waiting upload and stores the report. For an upload that is checked, stored or discarded it changes nothing.
 */
export async function checkBulkEntry(id: string): Promise<void> {
  const entry = await db.bulkEntry.findFirst({ where: { id, status: 'checking' }, select: { bytes: true } });
  if (!entry?.bytes) return;
  const read = await readTable(entry.bytes);
  if (!read.ok) return settleCheck(id, 'unreadable', bulkReport.parse({ problem: read.problem }));
  await db.bulkEntry.updateMany({
    where: { id, status: 'checking' },
    data: { rowsTotal: read.table.rows.length, rowsChecked: 0 },
  });
  const { report } = await checkTable(read.table, await readCurrentDataset(read.table), async (rowsChecked) => {
    await db.bulkEntry.updateMany({ where: { id, status: 'checking' }, data: { rowsChecked } });
  });
  await settleCheck(id, 'checked', report);
}

async function settleCheck(id: string, status: 'checked' | 'unreadable', report: BulkReport): Promise<void> {
  await db.bulkEntry.updateMany({
    where: { id, status: 'checking' },
    data: { status, statusAt: new Date(), report, ...(status === 'unreadable' && { bytes: null }) },
  });
}

type StoreInput = { editor: Editor; id: string; comment: string; now?: Date };

/**
 * Stores the rows that propose something as one contribution of the desk's own: all of them or none. Storing it again
 * returns the same reference. Reasons: `not_found` (no such upload, or not this editor's), `not_allowed_in_status` (not
 * checked, or discarded), `nothing_to_decide` (no row proposes anything), `stale` (the dataset has changed since the
 * check: it is checked again).
 */
export async function storeBulkEntry(input: StoreInput): Promise<Result<{ reference: string }>> {
  const result = await mutation({ actor: input.editor, timeout: 60_000 }, (context) =>
    store({ now: new Date(), ...input }, context),
  );
  if (!result.ok && result.reason === 'stale') {
    await db.bulkEntry.updateMany({
      where: { id: input.id, userId: input.editor.userId, status: 'checked' },
      data: { status: 'checking', rowsChecked: 0 },
    });
    await checkBulkEntry(input.id);
  }
  return result;
}

async function store(
  { editor, id, comment, now }: Required<StoreInput>,
  context: MutationContext,
): Promise<Result<{ reference: string }>> {
  const { tx } = context;
  const submissionKey = `bulk:${id}`;
  // Another request that stores the same upload at this moment waits here, and finds it stored.
  const stored = await findStoredProposal(submissionKey, tx);
  const entry = await tx.bulkEntry.findFirst({
    where: { id, userId: editor.userId },
    select: { status: true, bytes: true, report: true },
  });
  if (!entry) throw new DomainError(failure('not_found'));
  if (stored) return { ok: true, reference: stored.reference };
  if (entry.status !== 'checked' || !entry.bytes) throw new DomainError(failure('not_allowed_in_status'));
  const proposed = await asReported(entry.bytes, bulkReport.parse(entry.report), tx);
  if (proposed.rows.length === 0) throw new DomainError(failure('nothing_to_decide'));
  const { id: contributionId, reference } = await storeEditorProposal(
    {
      authorId: editor.userId,
      proposals: proposalsOf(proposed, comment),
      submissionKey,
      baseVersionOf: proposed.baseVersionOf,
      now,
    },
    context,
  );
  const { count } = await tx.bulkEntry.updateMany({
    where: { id, status: 'checked' },
    data: { status: 'stored', statusAt: now, contributionId, bytes: null },
  });
  if (count === 0) throw new DomainError(failure('not_allowed_in_status'));
  return { ok: true, reference };
}

/**
 * The rows that propose something, if they still have the result that their author has read. Throws DomainError `stale`
 * otherwise.
 */
async function asReported(bytes: Uint8Array, seen: BulkReport, tx: Tx) {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error('A file that was checked can be read.');
  const current = await readCurrentDataset(read.table, tx);
  const { report, proposed } = await checkTable(read.table, current);
  if (!isSameJson([report.versions, report.counts], [seen.versions, seen.counts]))
    throw new DomainError(failure('stale'));
  const idOf = (slug: string) => current.agreements.get(slug)?.id ?? '';
  const bases = new Map(
    proposed.flatMap(({ agreement, cell, baseVersion }) =>
      baseVersion === undefined ? [] : [[`${idOf(agreement)}/${cell}`, baseVersion] as const],
    ),
  );
  return {
    rows: proposed,
    isNew: (agreement: string) => !current.agreements.has(agreement),
    baseVersionOf: (agreementId: string, key: string) => bases.get(`${agreementId}/${key}`),
  };
}

type ProposedTable = { rows: readonly ProposedRow[]; isNew: (agreement: string) => boolean };

/** One proposal for each agreement, in the order of the file. */
function proposalsOf({ rows, isNew }: ProposedTable, comment: string): ProposalInput[] {
  return [...new Set(rows.map((row) => row.agreement))].map((agreement) => ({
    ...(isNew(agreement) ? { kind: 'new' as const } : { kind: 'update' as const, agreement }),
    comment,
    // Parsed cell by cell when they were checked.
    changes: rows
      .filter((row) => row.agreement === agreement)
      .map(({ cell, value, note, source, asOf }) => ({
        cell,
        value,
        note: note ?? undefined,
        source,
        asOf: asOf ?? undefined,
      })) as ProposalInput['changes'],
  }));
}

/**
 * Discards an upload: its rows are removed, the line that it was there stays. Discarding it again is fine.
 * Reasons: `not_found`, `not_allowed_in_status` (it has been stored).
 */
export async function discardBulkEntry({ editor, id }: { editor: Editor; id: string }): Promise<Result> {
  const where = { id, userId: editor.userId };
  return mutation({ actor: editor }, async ({ tx, audit }) => {
    const gone = await tx.bulkEntry.updateMany({
      where: { ...where, status: { in: ['checking', 'checked', 'unreadable'] } },
      data: { status: 'discarded', statusAt: new Date(), bytes: null, report: {} },
    });
    if (gone.count > 0) {
      await audit({
        action: 'bulk_entry.discarded',
        subject: { kind: 'bulk_entry', id },
      });
      return { ok: true };
    }
    const entry = await tx.bulkEntry.findFirst({ where, select: { status: true } });
    if (!entry) return failure('not_found');
    return entry.status === 'discarded' ? { ok: true } : failure('not_allowed_in_status');
  });
}
