import { setImmediate } from 'node:timers/promises';
import type { Editor } from '@/lib/accounts/policy';
import { db } from '@/lib/platform/db/client';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { addJob } from '@/lib/platform/jobs/queue';
import { mutation } from '@/lib/platform/mutation';
import { cleanText } from '@/lib/platform/text/clean-text';
import { cutText } from '@/lib/platform/text/cut-text';
import { CHECKED_AT_ONCE, CHUNK, MAX_BYTES } from '@/lib/review/bulk/constants';
import { readTableOf } from '@/lib/review/bulk/table';
import { readRegisterState, readRow, storeRows } from './table-rows';
import type { ReadRow } from './table-rows';
import { TABLE_COLUMNS, tableReport } from './table-schema';
import type { TableReport } from './table-schema';
import { lockRegister, tellReaders } from './writing';

type UploadInput = { editor: Editor; fileName: string; bytes: Buffer };

/**
 * Stores a table of participants and has it checked: a short one before this returns, a long one by the job queue, which
 * also checks it if this process ends in the middle. Nothing of it is in the register yet. Reasons: `file_too_large`.
 */
export async function uploadParticipantTable({
  editor,
  fileName,
  bytes,
}: UploadInput): Promise<Result<{ id: string }>> {
  if (bytes.byteLength > MAX_BYTES) return failure('file_too_large');
  const atOnce = bytes.byteLength <= CHECKED_AT_ONCE;
  const uploaded = await mutation({ actor: editor }, async ({ tx, audit }) => {
    const name = cutText(cleanText(fileName).text.replace(/\s+/g, ' '), 200) || 'table';
    const { id } = await tx.participantTable.create({
      data: { userId: editor.userId, fileName: name, bytes: Uint8Array.from(bytes) },
      select: { id: true },
    });
    await audit({ action: 'participant_table.uploaded', subject: { kind: 'participant_table', id } });
    await addJob(tx, 'participant-table', { tableId: id }, { jobKey: `participant-table:${id}`, runAt: soon(atOnce) });
    return { ok: true, id };
  });
  if (uploaded.ok && atOnce) await runParticipantTable(uploaded.id);
  return uploaded;
}

/** The job of a table that is worked on at once only makes up for a process that ended. */
const soon = (atOnce: boolean) => (atOnce ? new Date(Date.now() + 30_000) : undefined);

/**
 * Has a checked table stored, by the job queue if it is long: the rows that are new and, with `apart`, those whose names
 * resemble others as participants of their own. Storing it again changes nothing. Reasons: `not_found`,
 * `not_allowed_in_status`.
 */
export async function storeParticipantTable({
  editor,
  id,
  apart,
}: {
  editor: Editor;
  id: string;
  apart: boolean;
}): Promise<Result> {
  const asked = await mutation({ actor: editor }, async ({ tx, audit }) => {
    const table = await tx.participantTable.findFirst({
      where: { id, userId: editor.userId },
      select: { status: true, rowsTotal: true },
    });
    if (!table) return failure('not_found');
    if (table.status === 'storing' || table.status === 'stored') return { ok: true, atOnce: false };
    const { count } = await tx.participantTable.updateMany({
      where: { id, status: 'checked' },
      data: { status: 'storing', statusAt: new Date(), apart },
    });
    if (count === 0) return failure('not_allowed_in_status');
    const atOnce = (table.rowsTotal ?? 0) <= CHUNK;
    await audit({ action: 'participant_table.stored', subject: { kind: 'participant_table', id } });
    await addJob(tx, 'participant-table', { tableId: id }, { jobKey: `participant-table:${id}`, runAt: soon(atOnce) });
    return { ok: true, atOnce };
  });
  if (asked.ok && asked.atOnce) await runParticipantTable(id);
  return asked.ok ? { ok: true } : asked;
}

/** Checks or stores a table, whichever it waits for; does nothing otherwise. */
export async function runParticipantTable(id: string): Promise<void> {
  const table = await db.participantTable.findUnique({
    where: { id },
    select: { status: true, bytes: true, apart: true, user: { select: { id: true, organisation: true } } },
  });
  if (!table?.bytes) return;
  const { status, bytes, apart, user } = table;
  const run: Run = { id, bytes, apart, editor: { userId: user.id, organisation: user.organisation } };
  if (status === 'checking') await check(run);
  if (status === 'storing') await store(run);
}

type Run = {
  id: string;
  bytes: Uint8Array;
  apart: boolean;
  editor: { userId: string; organisation: string | null };
};

async function check({ id, bytes, editor }: Run): Promise<void> {
  const read = await readTableOf<string>(bytes, TABLE_COLUMNS);
  const settle = (status: 'checked' | 'unreadable', report: TableReport) =>
    db.participantTable.updateMany({
      where: { id, status: 'checking' },
      data: { status, statusAt: new Date(), report, ...(status === 'unreadable' && { bytes: null }) },
    });
  if (!read.ok) return void (await settle('unreadable', tableReport.parse({ problem: read.problem })));
  const { rows, delimiter, sheet, ignoredColumns } = read.table;
  await db.participantTable.updateMany({ where: { id, status: 'checking' }, data: { rowsTotal: rows.length } });
  const state = await readRegisterState(db);
  const reports: TableReport['rows'] = [];
  for (let at = 0; at < rows.length; at += CHUNK) {
    for (const row of rows.slice(at, at + CHUNK)) reports.push(readRow(row, { state, editor, apart: false }).report);
    await db.participantTable.updateMany({ where: { id, status: 'checking' }, data: { rowsDone: reports.length } });
  }
  await settle('checked', tableReport.parse({ delimiter, sheet, ignoredColumns, rows: reports }));
}

/** All rows in one transaction, compared once more with the register: what has come since is found to be there. */
async function store({ id, bytes, apart, editor }: Run): Promise<void> {
  const read = await readTableOf<string>(bytes, TABLE_COLUMNS);
  if (!read.ok) throw new Error('A table that was checked can be read.');
  const { rows, delimiter, sheet, ignoredColumns } = read.table;
  await mutation({ actor: { userId: editor.userId }, timeout: 300_000 }, async (context) => {
    const { tx } = context;
    await lockRegister(tx);
    const state = await readRegisterState(tx);
    const compared: ReadRow[] = [];
    for (const row of rows) {
      compared.push(readRow(row, { state, editor, apart }));
      // Other requests, and the connections that wait for this one, go on in between.
      if (compared.length % CHUNK === 0) await setImmediate();
    }
    await storeRows(compared, editor.userId, tx);
    const report = compared.map(({ report: row }) => ({
      ...row,
      ...(row.outcome === 'new' && { outcome: 'stored' as const }),
    }));
    const { count } = await tx.participantTable.updateMany({
      where: { id, status: 'storing' },
      data: {
        ...{ status: 'stored', statusAt: new Date(), bytes: null },
        report: tableReport.parse({ delimiter, sheet, ignoredColumns, rows: report }),
      },
    });
    // Another process has stored it in the meantime.
    if (count === 0) return failure('already_in_status');
    tellReaders(context);
    return { ok: true };
  });
}

/** Discards a table that is not stored. Reasons: `not_found`, `not_allowed_in_status`. */
export const discardParticipantTable = ({ editor, id }: { editor: Editor; id: string }): Promise<Result> =>
  mutation({ actor: editor }, async ({ tx, audit }) => {
    const where = { id, userId: editor.userId };
    const { count } = await tx.participantTable.updateMany({
      where: { ...where, status: { in: ['checking', 'checked', 'unreadable'] } },
      data: { status: 'discarded', statusAt: new Date(), bytes: null, report: {} },
    });
    if (count > 0) await audit({ action: 'participant_table.discarded', subject: { kind: 'participant_table', id } });
    else if ((await tx.participantTable.count({ where })) === 0) return failure('not_found');
    else return failure('not_allowed_in_status');
    return { ok: true };
  });

export type ParticipantTablePage = NonNullable<Awaited<ReturnType<typeof readParticipantTable>>>;

/** One upload with its report; null for an unknown id or another editor's upload. */
export async function readParticipantTable(id: string, userId: string) {
  const found = await db.participantTable.findFirst({
    where: { id, userId },
    select: { id: true, fileName: true, status: true, rowsTotal: true, rowsDone: true, report: true },
  });
  return found && { ...found, report: tableReport.parse(found.report) };
}

/** How far an upload is. */
export const readTableProgress = (
  id: string,
  userId: string,
): Promise<{ status: string; rowsTotal: number | null; rowsDone: number } | null> =>
  db.participantTable.findFirst({
    where: { id, userId },
    select: { status: true, rowsTotal: true, rowsDone: true },
  });

/** What an editor has uploaded, the newest first. */
export const listParticipantTables = (
  userId: string,
): Promise<{ id: string; fileName: string; status: string; createdAt: Date }[]> =>
  db.participantTable.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 20,
    select: { id: true, fileName: true, status: true, createdAt: true },
  });
