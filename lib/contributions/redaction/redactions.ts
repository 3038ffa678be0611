import type { RedactionReason } from '@/lib/platform/redaction/marks';
import { readTextRows } from './overlay';
import { listTexts } from '@/lib/platform/redaction/texts';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

export type ListedRedaction = {
  id: string;
  place: string;
  /** The number of the revision whose text it is in. */
  revision: number;
  /** The words that readers do not read; empty where the text was erased. */
  passage: string;
  reason: RedactionReason;
  note: string;
  at: Date;
  by: string;
  lifted: { at: Date; by: string; reason: string } | null;
  /** It was in an earlier revision, and the newest one does not have the passage. */
  gone: boolean;
};

/**
 * The redactions of a contribution in the order in which they were made, each with its passage: for its author and the
 * editors. Those of earlier revisions that a newer one continues are left out. One whose cell was put back for decision
 * stays: the dataset has its passage until it is lifted too.
 */
export async function listRedactions(contributionId: string, tx: Tx = db): Promise<ListedRedaction[]> {
  const all = await tx.redaction.findMany({
    where: { contributionId },
    orderBy: [{ createdAt: 'asc' }, { place: 'asc' }, { start: 'asc' }, { id: 'asc' }],
    select: REDACTION,
  });
  const rows = all.flatMap(({ carriedTo, ...row }) =>
    carriedTo.every(({ revisionId }) => revisionId === row.revisionId) ? [row] : [],
  );
  if (rows.length === 0) return [];
  const { currentRevision } = await tx.contribution.findUniqueOrThrow({
    where: { id: contributionId },
    select: { currentRevision: true },
  });
  const texts = new Map<string, string>();
  for (const revisionId of new Set(rows.map((row) => row.revisionId)))
    for (const row of await readTextRows(contributionId, revisionId, tx))
      for (const { place, text } of listTexts([row])) texts.set(`${row.revisionId} ${place}`, text);
  return rows.map(({ revisionId, revision, start, end, user, liftedBy, liftedAt, liftReason, createdAt, ...row }) => ({
    ...row,
    revision: revision.number,
    passage: texts.get(`${revisionId} ${row.place}`)?.slice(start, end) ?? '',
    at: createdAt,
    by: user.name ?? user.email,
    lifted:
      liftedAt && liftedBy ? { at: liftedAt, by: liftedBy.name ?? liftedBy.email, reason: liftReason ?? '' } : null,
    gone: liftedAt === null && revision.number < currentRevision && !row.place.startsWith('cell/'),
  }));
}

const PERSON = { select: { name: true, email: true } } as const;
const REDACTION = {
  id: true,
  place: true,
  revisionId: true,
  revision: { select: { number: true } },
  start: true,
  end: true,
  reason: true,
  note: true,
  createdAt: true,
  user: PERSON,
  liftedAt: true,
  liftedBy: PERSON,
  liftReason: true,
  carriedTo: { select: { revisionId: true } },
} as const;
