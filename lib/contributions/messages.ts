import { randomUUID } from 'node:crypto';
import { notifyAssignee } from '@/lib/notifications/notices';
import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { MessageItem } from './message-schema';
import { messageInput, messageItems } from './message-schema';
import { issuesOf } from './schema';
import type { ContributionStatus } from './state';

/** So many replies a contributor may leave: a conversation, not a store. */
const MAX_REPLIES = 200;

/**
 * The contributor writes to the editors. The same words twice in a row are stored once.
 * Reasons: `invalid` (with issues), `not_found`, `withdrawn`, `not_allowed_in_status` (nothing was sent yet),
 * `too_large`.
 */
export async function replyToEditors({
  contributionId,
  input,
  now = new Date(),
}: {
  contributionId: string;
  input: unknown;
  now?: Date;
}): Promise<Result> {
  const parsed = messageInput.safeParse(input);
  if (!parsed.success) return failure('invalid', issuesOf(parsed.error));
  const { text } = parsed.data;
  return mutation({ actor: 'contributor' }, async ({ tx, audit }) => {
    // Held alone: two clicks of one person come one after the other, and a withdrawal before or after.
    const [row] = await tx.$queryRaw<{ status: ContributionStatus; revision: number }[]>`
      SELECT status::text, current_revision AS revision FROM contributions WHERE id = ${contributionId}::uuid FOR NO KEY UPDATE`;
    if (!row) return failure('not_found');
    if (row.status === 'withdrawn') return failure('withdrawn');
    if (row.status === 'draft') return failure('not_allowed_in_status');
    const last = await readNewestMessage(contributionId, 'reply', tx);
    if (last?.text === text && last.revision === row.revision) return { ok: true };
    if ((await tx.message.count({ where: { contributionId, kind: 'reply' } })) >= MAX_REPLIES)
      return failure('too_large');
    await writeMessage({ contributionId, kind: 'reply', revision: row.revision, text, now }, tx);
    await audit({
      action: 'contribution.replied',
      subject: { kind: 'contribution', id: contributionId },
    });
    await notifyAssignee(tx, { kind: 'replied', by: null, contributionId });
    return { ok: true };
  });
}

type NewMessage = {
  contributionId: string;
  kind: MessageKind;
  revision: number;
  text: string;
  items?: MessageItem[];
  /** The editor who writes; absent for a reply. */ userId?: string;
  now: Date;
};

/** Writes one message and returns its id. Part of the transaction of what it tells of. */
export async function writeMessage({ now, items = [], ...message }: NewMessage, tx: Tx): Promise<string> {
  const id = randomUUID();
  await tx.message.create({ data: { id, ...message, items, createdAt: now }, select: { id: true } });
  return id;
}

export type MessageKind = 'changes_requested' | 'note' | 'reply';
export type Message = { id: string; kind: MessageKind; revision: number; text: string; items: MessageItem[]; at: Date };

const MESSAGE = { id: true, kind: true, revision: true, text: true, items: true, createdAt: true } as const;
const OLDEST_FIRST = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];

/** What editors and the contributor wrote to each other, oldest first. No editor is named: they speak as one. */
export async function listMessages(contributionId: string, tx: Tx = db): Promise<Message[]> {
  const rows = await tx.message.findMany({ where: { contributionId }, orderBy: OLDEST_FIRST, select: MESSAGE });
  return rows.map(messageOf);
}

/** The same for the desk, with who of the editors wrote it. */
export async function listMessagesForReview(
  contributionId: string,
  tx: Tx = db,
): Promise<(Message & { by: string | null })[]> {
  const select = { ...MESSAGE, user: { select: { name: true, email: true } } } as const;
  const rows = await tx.message.findMany({ where: { contributionId }, orderBy: OLDEST_FIRST, select });
  return rows.map(({ user, ...row }) => ({ ...messageOf(row), by: user && (user.name ?? user.email) }));
}

/** The newest message of a kind, or null. */
export async function readNewestMessage(
  contributionId: string,
  kind: MessageKind,
  tx: Tx = db,
): Promise<Message | null> {
  const row = await tx.message.findFirst({
    where: { contributionId, kind },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: MESSAGE,
  });
  return row && messageOf(row);
}

type MessageRow = { id: string; kind: MessageKind; revision: number; text: string; items: unknown; createdAt: Date };

const messageOf = ({ createdAt, items, ...row }: MessageRow): Message => ({
  ...row,
  items: messageItems.parse(items),
  at: createdAt,
});
