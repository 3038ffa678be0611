'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/server/action';
import { changesRequestInput, messageInput } from '@/lib/contributions/message-schema';
import type { Result } from '@/lib/platform/errors';
import { requestChanges, writeToContributor } from '@/lib/review/correspondence';
import { itemFields } from './request-items';

const reference = z.string().max(60);

/** Returns the contribution to its contributor, with the requested changes. */
export const askForChanges = deskAction({
  may: 'contribution.decide',
  schema: changesRequestInput.extend({ reference }),
  read: (form) => {
    const typed = fieldsOf(form);
    return { reference: typed.reference, text: typed.text, items: itemFields(typed) };
  },
  run: async (input, editor) => shown(await requestChanges({ editor, ...input })),
});

/** Sends a message to the contributor, and changes nothing else. */
export const writeNote = deskAction({
  may: 'contribution.decide',
  schema: messageInput.extend({ reference }),
  read: (form) => ({ reference: form.get('reference'), text: form.get('text') }),
  run: async (input, editor) => shown(await writeToContributor({ editor, ...input })),
});

/** On success or failure, the page shows the present state. */
function shown(result: Result): Result {
  refresh();
  return result;
}
