'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { withdrawEditorProposal } from '@/lib/review/editor-proposals';

/** An editor withdraws the undecided part of their own proposal. */
export const takeBack = deskAction({
  may: 'agreement.propose',
  schema: z.object({ reference: z.string().max(60) }),
  run: async ({ reference }, editor) => {
    const result = await withdrawEditorProposal({ editor, reference });
    refresh();
    return result;
  },
});
