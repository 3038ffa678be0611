import type { Editor } from '@/lib/accounts/policy';
import { issuesOf } from '@/lib/contributions/schema';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { interestsInput } from './schema';

/** What an editor has stated of their interests, and when. */
export type Interests = { text: string; at: Date };

/**
 * Stores what an editor states of their own interests, with its date; the same words again only confirm them today.
 * Earlier statements are kept. Reasons: `invalid` (with issues).
 */
export function stateInterests({
  editor,
  input,
  now = new Date(),
}: {
  editor: Editor;
  input: unknown;
  now?: Date;
}): Promise<Result> {
  const parsed = interestsInput.safeParse(input);
  if (!parsed.success) return Promise.resolve(failure('invalid', issuesOf(parsed.error)));
  return mutation({ actor: editor }, async ({ tx, audit }) => {
    await tx.interestStatement.create({
      data: { userId: editor.userId, text: parsed.data.text, createdAt: now },
      select: { id: true },
    });
    await audit({ action: 'user.interests_stated', subject: { kind: 'user', id: editor.userId } });
    return { ok: true };
  });
}

/** The newest statement of each person who has made one, by their id. */
export async function listInterests(): Promise<Map<string, Interests>> {
  const rows = await db.interestStatement.findMany({
    distinct: ['userId'],
    orderBy: [{ userId: 'asc' }, { createdAt: 'desc' }],
    select: { userId: true, text: true, createdAt: true },
  });
  return new Map(rows.map(({ userId, text, createdAt }) => [userId, { text, at: createdAt }]));
}

/** What one person has stated, the newest first. */
export async function listOwnInterests(userId: string): Promise<Interests[]> {
  const rows = await db.interestStatement.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    select: { text: true, createdAt: true },
  });
  return rows.map(({ text, createdAt }) => ({ text, at: createdAt }));
}
