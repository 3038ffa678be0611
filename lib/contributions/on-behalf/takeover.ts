import type { Editor } from '@/lib/accounts/policy';
import type { EntrySource } from '@/lib/contributions/constants';
import { holdDraft } from '@/lib/contributions/drafts/drafts';
import { notify } from '@/lib/notifications/notices';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';

/*
 * Another editor goes on with what one has begun to enter on behalf of a contributor, and not sent: the first may be
 * ill, or have left (docs/decisions/0044).
 */

export type ForeignEntry = {
  contributionId: string;
  call: string;
  source: EntrySource;
  receivedOn: Date;
  begunAt: Date;
  enteredBy: { id: string; name: string };
};

/**
 * What other editors have begun to enter and not sent, the oldest first. Neither the contributor nor the name of a file:
 * the contribution may be sent as anonymous, and then only the editor who enters it knows whose it is.
 */
export async function listForeignEntries({ userId }: Pick<Editor, 'userId'>): Promise<ForeignEntry[]> {
  const rows = await db.entryOnBehalf.findMany({
    where: { enteredById: { not: userId }, contribution: { status: 'draft' } },
    orderBy: [{ createdAt: 'asc' }, { contributionId: 'asc' }],
    take: 200,
    select: {
      contributionId: true,
      source: true,
      receivedOn: true,
      createdAt: true,
      enteredBy: { select: { id: true, name: true, email: true } },
      contribution: { select: { call: { select: { slug: true } } } },
    },
  });
  return rows.map(({ contribution: { call }, createdAt, enteredBy: { id, name, email }, ...row }) => ({
    ...{ ...row, call: call.slug, begunAt: createdAt },
    enteredBy: { id, name: name ?? email },
  }));
}

type TakeOverInput = {
  editor: Pick<Editor, 'userId' | 'token'>;
  contributionId: string;
  /** The editor who entered it when this one looked: of two who take it over at once, one does. */
  from: string;
  now?: Date;
};

/**
 * Makes an editor the one who enters a draft on behalf. The links of the former one end, and a notice tells them; both
 * count as editors who entered it. Taking it over again changes nothing.
 * Reasons: `not_found` (no editor enters it), `already_submitted`, `withdrawn` (it was discarded), `assigned_meanwhile`
 * (another editor has taken it over).
 */
export function takeOverEntry({ editor, contributionId, from, now = new Date() }: TakeOverInput): Promise<Result> {
  return mutation({ actor: editor }, async ({ tx, audit }) => {
    const refused = await holdDraft(contributionId, tx, 'alone');
    if (refused) return refused;
    const entry = await tx.entryOnBehalf.findUnique({
      where: { contributionId },
      select: { enteredById: true, contribution: { select: { status: true } } },
    });
    if (!entry) return failure('not_found');
    // The correction of one that was sent: it shows who an anonymous contributor is.
    if (entry.contribution.status !== 'draft') return failure('already_submitted');
    if (entry.enteredById === editor.userId) return { ok: true };
    const { count } = await tx.entryOnBehalf.updateMany({
      where: { contributionId, enteredById: from },
      data: { enteredById: editor.userId },
    });
    if (count === 0) return failure('assigned_meanwhile');
    await tx.entryEditor.createMany({ data: [{ contributionId, userId: editor.userId }], skipDuplicates: true });
    await tx.accessLink.updateMany({
      where: { contributionId, editorId: { not: null }, revokedAt: null },
      data: { revokedAt: now },
    });
    await notify(tx, { kind: 'entry_taken_over', userIds: [from], by: editor.userId, contributionId });
    await audit({
      action: 'contribution.entry_taken_over',
      subject: { kind: 'contribution', id: contributionId },
      details: { from },
    });
    return { ok: true };
  });
}
