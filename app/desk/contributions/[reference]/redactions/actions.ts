'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { liftRedaction, redactPassage } from '@/lib/review/redactions/redact';
import { liftInput, redactionInput } from '@/lib/review/redactions/schema';

const reference = z.string().max(60);

/** Takes a passage of a text out of what readers read. */
export const redact = deskAction({
  may: 'contribution.redact',
  schema: redactionInput.extend({ reference }),
  run: async ({ reference: of, ...input }, editor) => {
    refresh();
    return redactPassage({ editor, reference: of, input });
  },
});

/** Lets readers read it again. */
export const lift = deskAction({
  may: 'contribution.redact',
  schema: liftInput.extend({ reference }),
  run: async (input, editor) => {
    refresh();
    return liftRedaction({ editor, ...input });
  },
});
