import { createHash } from 'node:crypto';
import { examineFile } from '@/lib/contributions/files/examination/examine';
import { findingsIn } from '@/lib/contributions/files/examination/findings';
import type { Finding } from '@/lib/contributions/files/examination/findings';
import { scan } from '@/lib/contributions/files/examination/scanner';
import { cleanFileName } from '@/lib/contributions/files/file-name';
import type { FileContent } from '@/lib/contributions/files/files';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';

/** A file that a contribution was filled from, ready to be kept. */
export type OriginalFile = { name: string; mediaType: string; bytes: Buffer; findings: Finding[] };

/** Examines a document before it is kept, as any other file. Reasons: those of `examineFile`. */
export async function examineOriginal({
  name,
  bytes,
}: {
  name: string;
  bytes: Buffer;
}): Promise<Result<{ original: OriginalFile }>> {
  const clean = cleanFileName(name);
  const examined = await examineFile({ name: clean, bytes, scanner: env().SCAN_COMMAND });
  if (!examined.ok) return examined;
  const { mediaType, findings } = examined;
  return { ok: true, original: { name: clean, mediaType, bytes: examined.bytes, findings } };
}

/**
 * The same of a mail, whose attachments are in it as they came: editors open it with a mail program. Reasons:
 * `file_infected`.
 */
export async function examineMail({
  name,
  bytes,
}: {
  name: string;
  bytes: Buffer;
}): Promise<Result<{ original: OriginalFile }>> {
  const scanned = await scan(bytes, env().SCAN_COMMAND);
  if (scanned === 'found') return failure('file_infected');
  const clean = cleanFileName(name);
  const mediaType = clean.endsWith('.eml') ? 'message/rfc822' : 'application/vnd.ms-outlook';
  return {
    ok: true,
    original: { name: clean, mediaType, bytes, findings: scanned === 'failed' ? ['not_scanned'] : [] },
  };
}

/** Keeps the file with its contribution, in the caller's mutation; the same file again is the one that is there. */
export async function keepOriginal(
  { contributionId, original, now }: { contributionId: string; original: OriginalFile; now: Date },
  tx: Tx,
): Promise<void> {
  const { bytes, ...about } = original;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await tx.original.createMany({
    data: [{ ...about, contributionId, sha256, size: bytes.length, bytes: new Uint8Array(bytes), receivedAt: now }],
    skipDuplicates: true,
  });
}

/**
 * Removes the files that a contribution was filled from, for good: on erasure and withdrawal, and once it is anonymous.
 * Returns how many.
 */
export async function removeOriginals(contributionId: string, tx: Tx): Promise<number> {
  return (await tx.original.deleteMany({ where: { contributionId } })).count;
}

export type ListedOriginal = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  findings: Finding[];
  receivedAt: Date;
};

/** The files that a sent contribution was filled from, for the desk; only the author of a draft sees those of the draft. */
export async function listOriginals(reference: string, tx: Tx = db): Promise<ListedOriginal[]> {
  const rows = await tx.original.findMany({
    where: { contribution: { reference, anonymous: false, status: { not: 'draft' } } },
    select: { id: true, name: true, mediaType: true, size: true, findings: true, receivedAt: true },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, findings: findingsIn(row.findings) }));
}

/** One of them with its bytes; null if the contribution has no such file, or is not for the desk. */
export async function readOriginal(
  { reference, id }: { reference: string; id: string },
  tx: Tx = db,
): Promise<FileContent | null> {
  return tx.original.findFirst({
    where: { id, contribution: { reference, anonymous: false, status: { not: 'draft' } } },
    select: { name: true, mediaType: true, bytes: true },
  });
}
