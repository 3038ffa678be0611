import { createHash } from 'node:crypto';
import { holdDraft } from '@/lib/contributions/drafts/drafts';
import { examineFile } from '@/lib/contributions/files/examination/examine';
import type { Finding } from '@/lib/contributions/files/examination/findings';
import { findingsIn } from '@/lib/contributions/files/examination/findings';
import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { mutation } from '@/lib/platform/mutation';
import { MAX_BYTES, MAX_BYTES_KEPT, MAX_FILES } from './constants';
import { cleanFileName } from './file-name';

export type AddFileInput = { contributionId: string; questionKey: string; name: string; bytes: Buffer; now?: Date };

/**
 * Adds a file to a question of a draft and returns its id; the same file again is the one that is there already.
 * Reasons: those of `examineFile`, `files_not_accepted` (by the call), `too_many_files` (in number or in bytes), `not_found` (no such contribution),
 * `already_submitted` (it is a draft no longer).
 */
export async function addFile({
  contributionId,
  questionKey,
  name: given,
  bytes: sent,
  now = new Date(),
}: AddFileInput): Promise<Result<{ id: string }>> {
  const name = cleanFileName(given);
  const examined = await examineFile({ name, bytes: sent, scanner: env().SCAN_COMMAND });
  if (!examined.ok) return examined;
  const { mediaType, bytes, findings } = examined;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return mutation({ actor: 'contributor' }, async (context) => {
    const { tx } = context;
    const refused = await holdDraft(contributionId, tx, 'alone');
    if (refused) return refused;
    if ((await tx.contribution.count({ where: { id: contributionId, call: { acceptsFiles: true } } })) === 0)
      return failure('files_not_accepted');
    const kept = await tx.attachment.findMany({
      where: { contributionId },
      select: { id: true, questionKey: true, sha256: true, size: true, removedAt: true },
    });
    const live = kept.filter(({ removedAt }) => removedAt === null);
    const same = live.find((one) => one.sha256 === sha256 && one.questionKey === questionKey);
    if (same) return { ok: true, id: same.id };
    if (
      live.length >= MAX_FILES ||
      bytesOf(live) + bytes.length > MAX_BYTES ||
      bytesOf(kept) + bytes.length > MAX_BYTES_KEPT
    )
      return failure('too_many_files');
    const data = {
      contributionId,
      questionKey,
      name,
      mediaType,
      size: bytes.length,
      sha256,
      bytes: new Uint8Array(bytes),
      findings,
      examinedAt: now,
      createdAt: now,
    };
    const { id } = await tx.attachment.create({ data, select: { id: true } });
    await tell('contribution.file_added', contributionId, 1, context);
    return { ok: true, id };
  });
}

const bytesOf = (files: { size: number }[]) => files.reduce((sum, { size }) => sum + size, 0);

/**
 * Removes a file from a draft; the revisions it was sent with keep it. For an unknown or removed file nothing happens.
 * Reasons: `not_found` (no such contribution), `already_submitted`.
 */
export async function removeFile({
  contributionId,
  id,
  now = new Date(),
}: {
  contributionId: string;
  id: string;
  now?: Date;
}): Promise<Result> {
  return mutation({ actor: 'contributor' }, async (context) => {
    const { tx } = context;
    const refused = await holdDraft(contributionId, tx, 'alone');
    if (refused) return refused;
    const gone = await tx.attachment.deleteMany({ where: { id, contributionId, revisions: { none: {} } } });
    const kept = await tx.attachment.updateMany({
      where: { id, contributionId, removedAt: null },
      data: { removedAt: now },
    });
    if (gone.count + kept.count > 0) await tell('contribution.files_removed', contributionId, 1, context);
    return { ok: true };
  });
}

/** At submission: what the draft holds now for these questions goes with this revision, within its transaction. */
export async function attachToRevision(
  { contributionId, revisionId, questions }: { contributionId: string; revisionId: string; questions: string[] },
  tx: Tx,
): Promise<void> {
  const files = await tx.attachment.findMany({
    where: { contributionId, removedAt: null, questionKey: { in: questions } },
    select: { id: true },
  });
  if (files.length > 0)
    await tx.revisionAttachment.createMany({ data: files.map(({ id }) => ({ revisionId, attachmentId: id })) });
}

/** At withdrawal or erasure: deletes the files of all revisions of a contribution for good. Returns how many. */
export async function removeAttachments(contributionId: string, context: MutationContext): Promise<number> {
  const { tx } = context;
  await tx.revisionAttachment.deleteMany({ where: { attachment: { contributionId } } });
  const { count } = await tx.attachment.deleteMany({ where: { contributionId } });
  if (count > 0) await tell('contribution.files_removed', contributionId, count, context);
  return count;
}

function tell(
  action: 'contribution.file_added' | 'contribution.files_removed',
  contributionId: string,
  files: number,
  { audit }: MutationContext,
): Promise<void> {
  return audit({ action, subject: { kind: 'contribution', id: contributionId }, details: { files } });
}

/** A file as pages list it: never with its bytes. */
export type AttachedFile = {
  id: string;
  questionKey: string;
  name: string;
  mediaType: string;
  size: number;
  /** What acts by itself when it is opened; null: it came before files were examined. */
  findings: Finding[] | null;
};
export type FileContent = { name: string; mediaType: string; bytes: Uint8Array };

const LISTED = {
  id: true,
  questionKey: true,
  name: true,
  mediaType: true,
  size: true,
  findings: true,
  examinedAt: true,
} as const;
const IN_ORDER = [{ createdAt: 'asc' }, { id: 'asc' }] as const;

/** The files of a draft, or of a correction that is being written. */
export async function listDraftFiles(contributionId: string, tx: Tx = db): Promise<AttachedFile[]> {
  return (
    await tx.attachment.findMany({ where: { contributionId, removedAt: null }, orderBy: [...IN_ORDER], select: LISTED })
  ).map(asListed);
}

/** The files that went with a submitted revision; with its newest one where no number is given. */
export async function listSentFiles(
  { contributionId, revision }: { contributionId: string; revision?: number },
  tx: Tx = db,
): Promise<AttachedFile[]> {
  const found = await tx.contributionRevision.findFirst({
    where: { contributionId, number: revision },
    orderBy: { number: 'desc' },
    select: {
      attachments: {
        select: { attachment: { select: LISTED } },
        orderBy: [{ attachment: { createdAt: 'asc' } }, { attachmentId: 'asc' }],
      },
    },
  });
  return found?.attachments.map(({ attachment }) => asListed(attachment)) ?? [];
}

type Stored = Omit<AttachedFile, 'findings'> & { findings: string[]; examinedAt: Date | null };
const asListed = ({ findings, examinedAt, ...file }: Stored): AttachedFile => ({
  ...file,
  findings: examinedAt === null ? null : findingsIn(findings),
});

/** The same for the desk, which knows a contribution by its reference: what was sent, never what is in a draft. */
export async function listFilesForReview(
  { reference, revision }: { reference: string; revision?: number },
  tx: Tx = db,
): Promise<AttachedFile[]> {
  const contribution = await tx.contribution.findFirst({
    where: { reference, status: { not: 'draft' } },
    select: { id: true },
  });
  return contribution ? listSentFiles({ contributionId: contribution.id, revision }, tx) : [];
}

const CONTENT = { name: true, mediaType: true, bytes: true } as const;

/** A file for people who hold the contribution's link; null if it has no such file. */
export async function readOwnFile(
  { contributionId, id }: { contributionId: string; id: string },
  tx: Tx = db,
): Promise<FileContent | null> {
  return tx.attachment.findFirst({ where: { id, contributionId }, select: CONTENT });
}

/** A file for the desk; null where it never went with a submission. */
export async function readFileForReview(
  { reference, id }: { reference: string; id: string },
  tx: Tx = db,
): Promise<FileContent | null> {
  const sent = { some: { revision: { contribution: { reference, status: { not: 'draft' } } } } } as const;
  return tx.attachment.findFirst({ where: { id, revisions: sent }, select: CONTENT });
}
