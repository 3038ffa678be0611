'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { reopenContribution } from '@/lib/review/publication';
import { decideAnew, undoCommand } from '@/lib/review/undo/undo';
import { undoReason } from '@/lib/review/undo/schema';

const reference = z.string().max(60);

/** Undoes all decisions that were recorded together. */
export const undoAll = deskAction({
  may: 'contribution.decide',
  schema: z.object({ reference, command: z.uuid('not_found'), reason: undoReason }),
  run: async (input, editor) => {
    refresh();
    return undoCommand({ editor, ...input });
  },
});

/** Undoes the decision on one cell. */
export const undoOne = deskAction({
  may: 'contribution.decide',
  schema: z.object({ reference, change: z.uuid('not_found'), reason: undoReason }),
  run: async (input, editor) => {
    refresh();
    return decideAnew({ editor, ...input });
  },
});

export const reopen = deskAction({
  may: 'contribution.publish',
  schema: z.object({ reference, reason: undoReason }),
  run: async (input, editor) => {
    refresh();
    return reopenContribution({ editor, ...input });
  },
});
