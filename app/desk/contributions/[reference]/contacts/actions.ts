'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { hideContacts } from '@/lib/review/hidden-contacts';
import { askContributorAddress } from '@/lib/review/contributor-address';
import { eraseContactAtDesk } from '@/lib/review/contact-erasure';
import { putBackContribution, takeDownContribution } from '@/lib/review/publication';
import { publicReason, reasonGiven } from '@/lib/review/schema';

const reference = z.string().max(60);

/** Unpublishes a contribution; its address then says so, with the reason. */
export const takeDown = deskAction({
  may: 'contribution.publish',
  schema: z.object({ reference, reason: publicReason }),
  run: async (input, editor) => {
    refresh();
    return takeDownContribution({ editor, ...input });
  },
});

export const putBack = deskAction({
  may: 'contribution.publish',
  schema: z.object({ reference, reason: reasonGiven }),
  run: async (input, editor) => {
    refresh();
    return putBackContribution({ editor, ...input });
  },
});

export const eraseContact = deskAction({
  may: 'contribution.erase',
  schema: z.object({ reference, reason: reasonGiven, alsoPublic: z.boolean() }),
  read: (form) => ({
    reference: form.get('reference'),
    reason: form.get('reason'),
    alsoPublic: form.get('alsoPublic') === 'on',
  }),
  run: async (input, editor) => {
    refresh();
    return eraseContactAtDesk({ editor, ...input });
  },
});

/** Hides contact details in the texts from the public against the author's choice, or lets that choice apply again. */
export const hide = deskAction({
  may: 'contribution.publish',
  schema: z.object({ reference, hidden: z.enum(['yes', 'no']).transform((hidden) => hidden === 'yes') }),
  run: async (input, editor) => {
    refresh();
    return hideContacts({ editor, ...input });
  },
});

/** Has the contributor asked once more to confirm the address. */
export const askAgain = deskAction({
  may: 'mail.send',
  schema: z.object({ reference }),
  run: async (input, editor) => {
    refresh();
    return askContributorAddress({ editor, ...input });
  },
});

/** Corrects the contributor's address, which its owner then has to confirm. */
export const correctAddress = deskAction({
  may: 'mail.send',
  schema: z.object({ reference, email: z.string().max(400) }),
  run: async (input, editor) => {
    refresh();
    return askContributorAddress({ editor, ...input });
  },
});
