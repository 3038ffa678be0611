'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import type { Result } from '@/lib/platform/errors';
import { scheduleWithPublication, writeDraft } from '@/lib/notifications/drafts';
import { discardDraft, retryMail, sendDraft } from '@/lib/notifications/outbox';
import { findMailHindrance } from '@/lib/review/interests/conflict-of-interest';

const id = z.uuid('not_found');

/**
 * Saves the editor's own text. With `send` the mail is also sent, with `wait` it is sent when its contribution is
 * published.
 */
export const saveDraft = deskAction({
  may: 'mail.send',
  schema: z.object({ id, subject: z.string(), note: z.string(), intent: z.enum(['save', 'send', 'wait']) }),
  run: async ({ id: mail, subject, note, intent }, actor): Promise<Result<{ intent: typeof intent }>> => {
    const editor = { kind: 'editor', userId: actor.userId } as const;
    refresh();
    const hindered = await findMailHindrance([mail], actor);
    if (hindered) return hindered;
    const written = await writeDraft(editor, mail, { subject, note });
    if (!written.ok) return written;
    const left =
      intent === 'save'
        ? written
        : intent === 'send'
          ? await sendDraft(editor, mail)
          : await scheduleWithPublication(editor, mail, true);
    return left.ok ? { ok: true, intent } : left;
  },
});

export const cancelSchedule = deskAction({
  may: 'mail.send',
  schema: z.object({ id }),
  run: async ({ id: mail }, actor) => {
    refresh();
    return (
      (await findMailHindrance([mail], actor)) ??
      scheduleWithPublication({ kind: 'editor', userId: actor.userId }, mail, false)
    );
  },
});

export const discard = deskAction({
  may: 'mail.send',
  schema: z.object({ id }),
  run: async ({ id: mail }, actor) => {
    refresh();
    return (await findMailHindrance([mail], actor)) ?? discardDraft({ kind: 'editor', userId: actor.userId }, mail);
  },
});

export const retry = deskAction({
  may: 'mail.send',
  schema: z.object({ id }),
  run: async ({ id: mail }, { userId }) => {
    refresh();
    return retryMail({ kind: 'editor', userId }, mail);
  },
});
