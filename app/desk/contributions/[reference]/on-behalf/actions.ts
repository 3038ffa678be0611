'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { consentInput, withdrawalInput } from '@/lib/contributions/on-behalf/schema';
import { mailEntryLink, noteConsent, withdrawEntry } from '@/lib/review/on-behalf';

const reference = z.string().max(60);

/** Notes how the contributor agreed to what an editor entered in their name. */
export const noteAgreement = deskAction({
  may: 'contribution.enter',
  schema: consentInput.extend({ reference }),
  read: (form) => ({ reference: form.get('reference'), note: form.get('note') }),
  run: async (input, editor) => {
    refresh();
    return noteConsent({ editor, ...input });
  },
});

/** Mails the contributor another link to check it. */
export const mailLink = deskAction({
  may: 'contribution.enter',
  schema: z.object({ reference }),
  run: async (input, editor) => {
    refresh();
    return mailEntryLink({ editor, ...input });
  },
});

/** Withdraws it at its contributor's request. */
export const withdrawOnBehalf = deskAction({
  may: 'contribution.enter',
  schema: withdrawalInput.extend({ reference }),
  read: (form) => ({ reference: form.get('reference'), reason: form.get('reason') }),
  run: async (input, editor) => {
    refresh();
    return withdrawEntry({ editor, ...input });
  },
});
