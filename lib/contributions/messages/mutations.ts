import { randomUUID } from 'node:crypto';
import { recordAudit } from '@/lib/audit/mutations';
import { issuesOf } from '@/lib/contributions/schema';
import type { ContributionStatus } from '@/lib/contributions/state';
import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import type { Result } from '@/lib/errors';
import { failure } from '@/lib/errors';
import { notifyAssignee } from '@/lib/notices/mutations';
import { readNewestMessage } from './queries';
import type { MessageKind } from './queries';
import { messageInput } from './schema';
import type { MessageItem } from './schema';

/** So many replies a contributor may leave: a conversation, not a store. */
const MOST_REPLIES = 200;

/**
 * The contributor writes to the editors. The same words twice in a row are stored once.
 * Reasons: `invalid` (with issues), `not_found`, `withdrawn`, `not_allowed_in_status` (nothing was sent yet), `too_large`.
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
  return db.$transaction(async (tx): Promise<Result> => {
    // Held alone: two clicks of one person come one after the other, and a withdrawal before or after.
    const [row] = await tx.$queryRaw<{ status: ContributionStatus; revision: number }[]>`
      SELECT status::text, current_revision AS revision FROM contributions WHERE id = ${contributionId}::uuid FOR NO KEY UPDATE`;
    if (!row) return failure('not_found');
    if (row.status === 'withdrawn') return failure('withdrawn');
    if (row.status === 'draft') return failure('not_allowed_in_status');
    const last = await readNewestMessage(contributionId, 'reply', tx);
    if (last?.text === text && last.revision === row.revision) return { ok: true };
    if ((await tx.message.count({ where: { contributionId, kind: 'reply' } })) >= MOST_REPLIES)
      return failure('too_large');
    await writeMessage({ contributionId, kind: 'reply', revision: row.revision, text, now }, tx);
    await recordAudit(tx, {
      actor: { kind: 'contributor' },
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
  /** The editor who writes; nobody for a reply. */ userId?: string;
  now: Date;
};

/** Writes one message and returns its id. Part of the transaction of what it tells of. */
export async function writeMessage({ now, items = [], ...message }: NewMessage, tx: Tx): Promise<string> {
  const id = randomUUID();
  await tx.message.create({ data: { id, ...message, items, createdAt: now }, select: { id: true } });
  return id;
}
