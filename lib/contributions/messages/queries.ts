import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import { messageItems } from './schema';
import type { MessageItem } from './schema';

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
