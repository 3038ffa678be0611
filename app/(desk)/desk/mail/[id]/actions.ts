'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/_server/action';
import { retryMail, sendDraft, writeNote } from '@/lib/mail/mutations';

const id = z.uuid('not_found');

/** Saves the editor's own words; with `send` the mail leaves as well. */
export const saveDraft = deskAction({
  may: 'mail.send',
  schema: z.object({ id, note: z.string(), intent: z.enum(['save', 'send']) }),
  run: async ({ id: mail, note, intent }, { userId }) => {
    const editor = { kind: 'editor', userId } as const;
    refresh();
    const written = await writeNote(editor, mail, note);
    return written.ok && intent === 'send' ? sendDraft(editor, mail) : written;
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
