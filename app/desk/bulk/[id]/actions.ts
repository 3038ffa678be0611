'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import { filled, text } from '@/lib/platform/text/typed-text';
import { discardBulkEntry, storeBulkEntry } from '@/lib/review/bulk/bulk-entry';

const id = z.uuid('not_found');

/** Proposes the changes in the report, as one contribution. */
export const store = deskAction({
  may: 'agreement.propose',
  schema: z.object({ id, comment: filled(text(ANSWER_LIMITS.comment), 'why_required') }),
  run: async (input, editor) => {
    const result = await storeBulkEntry({ editor, ...input });
    refresh();
    return result;
  },
});

export const discard = deskAction({
  may: 'agreement.propose',
  schema: z.object({ id }),
  run: async (input, editor) => {
    const result = await discardBulkEntry({ editor, ...input });
    refresh();
    return result;
  },
});
