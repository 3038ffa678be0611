'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { retryAllMails, sendDrafts } from '@/lib/notifications/mail-commands';
import { findMailBlocker } from '@/lib/review/interests/conflict-of-interest';

/** Sends the ticked drafts. */
export const sendSelected = deskAction({
  may: 'mail.send',
  schema: z.object({ mails: z.array(z.uuid('not_found')).min(1, 'nothing_selected').max(100, 'too_many') }),
  read: (form) => ({ mails: form.getAll('mails') }),
  run: async ({ mails }, actor) => {
    refresh();
    return (await findMailBlocker(mails, actor)) ?? sendDrafts(actor, mails);
  },
});

/** Tries all failed mails once more. */
export const retryAll = deskAction({
  may: 'mail.send',
  schema: z.object({}),
  run: async (_, { userId }) => {
    refresh();
    return retryAllMails({ userId });
  },
});
