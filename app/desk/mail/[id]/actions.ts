'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import type { Result } from '@/lib/platform/errors';
import { scheduleWithPublication, writeDraft } from '@/lib/notifications/drafts';
import { discardDraft, retryMail, sendDraft } from '@/lib/notifications/mail-commands';
import { findMailBlocker } from '@/lib/review/interests/conflict-of-interest';

const id = z.uuid('not_found');

/**
 * Saves the editor's own text. With `send` the mail is also sent, with `wait` it is sent when its contribution is
 * published.
 */
export const saveDraft = deskAction({
  may: 'mail.send',
  schema: z.object({ id, subject: z.string(), note: z.string(), intent: z.enum(['save', 'send', 'wait']) }),
  run: async ({ id: mail, subject, note, intent }, editor): Promise<Result<{ intent: typeof intent }>> => {
    refresh();
    const blocked = await findMailBlocker([mail], editor);
    if (blocked) return blocked;
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
    return (await findMailBlocker([mail], actor)) ?? scheduleWithPublication(actor, mail, false);
  },
});

export const discard = deskAction({
  may: 'mail.send',
  schema: z.object({ id }),
  run: async ({ id: mail }, actor) => {
    refresh();
    return (await findMailBlocker([mail], actor)) ?? discardDraft(actor, mail);
  },
});

export const retry = deskAction({
  may: 'mail.send',
  schema: z.object({ id }),
  run: async ({ id: mail }, actor) => {
    refresh();
    return retryMail(actor, mail);
  },
});
