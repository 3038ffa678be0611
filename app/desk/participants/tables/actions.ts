'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { discardParticipantTable, storeParticipantTable } from '@/lib/review/participants/table-upload';

const id = z.uuid('not_found');

export const store = deskAction({
  may: 'agreement.propose',
  schema: z.object({ id, apart: z.literal('yes').optional() }),
  run: async (input, editor) => {
    const result = await storeParticipantTable({ editor, id: input.id, apart: input.apart === 'yes' });
    refresh();
    return result;
  },
});

export const discard = deskAction({
  may: 'agreement.propose',
  schema: z.object({ id }),
  run: async (input, editor) => {
    const result = await discardParticipantTable({ editor, id: input.id });
    refresh();
    return result;
  },
});
