import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import type { Finding } from './examination/findings';
import { findingsIn } from './examination/findings';

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

/** A file for whoever holds the contribution's link; null where it has no such file. */
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
