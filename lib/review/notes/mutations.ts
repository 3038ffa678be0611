import { randomUUID } from 'node:crypto';
import { recordAudit } from '@/lib/audit/mutations';
import { issuesOf } from '@/lib/contributions/schema';
import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import type { Result } from '@/lib/errors';
import { failure, refusable } from '@/lib/errors';
import { notify } from '@/lib/notices/mutations';
import { findOpen } from '@/lib/review/mutations';
import type { Editor } from '@/lib/review/policy';
import { mentionsIn } from './handles';
import { listMentionable } from './queries';
import { noteInput } from './schema';

export type Noted = {
  /** How many were told of it. */
  told: number;
  /** Words that look like a mention and name nobody at the desk. */
  unknown: string[];
  /** Names of those who were mentioned but may not read notes on this contribution: they are told nothing. */
  barred: string[];
};

type NoteInput = { editor: Editor; reference: string; input: unknown; now?: Date };

/**
 * Leaves a note for the other editors; whoever it mentions is told. Never seen by contributors or the public. The same words by
 * the same editor twice in a row are stored once. Reasons: `invalid` (with issues), `not_found`, a `Hindrance` (lib/review/policy).
 */
export async function writeNote({ editor, reference, input, now = new Date() }: NoteInput): Promise<Result<Noted>> {
  const parsed = noteInput.safeParse(input);
  if (!parsed.success) return failure('invalid', issuesOf(parsed.error));
  return refusable(() => db.$transaction((tx) => write({ editor, reference, text: parsed.data.text, now }, tx)));
}

async function write(
  { editor, reference, text, now }: { editor: Editor; reference: string; text: string; now: Date },
  tx: Tx,
): Promise<Result<Noted>> {
  const contribution = await findOpen(reference, editor, tx, ['declined', 'withdrawn']);
  const contributionId = contribution.id;
  const { handles, mayRead } = await listMentionable(contributionId, tx);
  const { userIds, unknown } = mentionsIn(text, handles);
  const told = userIds.filter((id) => mayRead.has(id) && id !== editor.userId);
  const barred = handles
    .filter(({ userId }) => userIds.includes(userId) && !mayRead.has(userId))
    .map(({ name }) => name);
  const outcome = { ok: true, told: told.length, unknown, barred } as const;
  const last = await tx.note.findFirst({
    where: { contributionId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { text: true, userId: true },
  });
  if (last?.text === text && last.userId === editor.userId) return outcome;
  await tx.note.create({
    data: {
      id: randomUUID(),
      contributionId,
      userId: editor.userId,
      text,
      createdAt: now,
      mentions: { create: told.map((userId) => ({ userId })) },
    },
    select: { id: true },
  });
  await recordAudit(tx, {
    actor: { kind: 'editor', userId: editor.userId },
    action: 'contribution.noted',
    subject: { kind: 'contribution', id: contributionId },
    details: { mentions: told.length },
  });
  await notify(tx, { kind: 'mentioned', userIds: told, by: editor.userId, contributionId });
  return outcome;
}
