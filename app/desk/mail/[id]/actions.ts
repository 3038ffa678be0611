'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import type { Result } from '@/lib/platform/errors';
import { scheduleAt, scheduleWithPublication, writeDraft } from '@/lib/notifications/drafts';
import { discardDraft, isWaiting, retryMail, sendDraft } from '@/lib/notifications/mail-commands';
import { findMailBlocker } from '@/lib/review/interests/conflict-of-interest';

const id = z.uuid('not_found');

/** `waits`: it was sent, and waits until the contributor confirms the address. */
export type SavedDraft = { intent: 'save' | 'send' | 'wait' | 'at'; waits: boolean };

/**
 * Saves the editor's own text. With `send` the mail is also sent, with `wait` it is sent when its contribution is
 * published, with `at` at a time.
 */
export const saveDraft = deskAction({
  may: 'mail.send',
  schema: z.object({
    id,
    subject: z.string(),
    note: z.string(),
    intent: z.enum(['save', 'send', 'wait', 'at']),
    sendAfter: z.string().max(40).optional(),
  }),
  run: async ({ id: mail, subject, note, intent, sendAfter = '' }, editor): Promise<Result<SavedDraft>> => {
    refresh();
    const blocked = await findMailBlocker([mail], editor);
    if (blocked) return blocked;
    const written = await writeDraft(editor, mail, { subject, note });
    if (!written.ok) return written;
    const commands = {
      save: () => Promise.resolve(written),
      send: () => sendDraft(editor, mail),
      wait: () => scheduleWithPublication(editor, mail, true),
      // The field is in UTC, like every time at the desk.
      at: () => scheduleAt(editor, { mailId: mail, at: `${sendAfter}Z` }),
    };
    const left = await commands[intent]();
    return left.ok ? { ok: true, intent, waits: intent === 'send' && (await isWaiting(mail)) } : left;
  },
});

export const cancelSchedule = deskAction({
  may: 'mail.send',
  schema: z.object({ id }),
  run: async ({ id: mail }, actor) => {
    refresh();
    const blocked = await findMailBlocker([mail], actor);
    if (blocked) return blocked;
    const cancelled = await scheduleWithPublication(actor, mail, false);
    return cancelled.ok ? scheduleAt(actor, { mailId: mail, at: null }) : cancelled;
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
