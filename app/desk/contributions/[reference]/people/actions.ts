'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import type { Result } from '@/lib/platform/errors';
import { markRead } from '@/lib/notifications/notices';
import { assignContribution, assignNext } from '@/lib/review/assignment/assignment';
import { stateApart as recordApart } from '@/lib/review/interests/statements';
import { writeNote } from '@/lib/review/notes';
import { undoRecusal as letIn, recuse as setAside } from '@/lib/review/interests/recusal';

const reference = z.string().max(60);
/** An empty field means no editor. */
const person = z
  .string()
  .max(100)
  .transform((id) => id || null);

/** Assigns a contribution to the editor named in the form. */
export const assign = deskAction({
  may: 'contribution.assign',
  schema: z.object({ reference, from: person, to: z.string().min(1, 'required').max(100) }),
  run: async (input, editor) => shown(await assignContribution({ editor, ...input })),
});

export const unassign = deskAction({
  may: 'contribution.assign',
  schema: z.object({ reference, from: person }),
  run: async (input, editor) => shown(await assignContribution({ editor, ...input, to: null })),
});

export const assignAutomatically = deskAction({
  may: 'contribution.assign',
  schema: z.object({ reference }),
  run: async (input, editor) => shown(await assignNext({ editor, ...input })),
});

export const recuse = deskAction({
  may: 'contribution.decide',
  schema: z.object({ reference }),
  run: async (input, editor) => shown(await setAside({ editor, ...input })),
});

/** Lets a recused colleague take part again. */
export const undoRecusal = deskAction({
  may: 'contribution.decide',
  schema: z.object({ reference, userId: z.string().min(1).max(100) }),
  run: async (input, editor) => shown(await letIn({ editor, ...input })),
});

/** Records that a contribution is from another organisation, although its affiliation looks like the editor's own. */
export const stateApart = deskAction({
  may: 'contribution.decide',
  // Parsed in the function that records it.
  schema: z.object({ reference, apart: z.string().optional(), reason: z.string() }),
  run: async ({ reference: about, ...input }, editor) => shown(await recordApart({ editor, reference: about, input })),
});

export const note = deskAction({
  may: 'note.write',
  // Parsed in the function that writes notes.
  schema: z.object({ reference, text: z.string() }),
  run: async ({ reference: about, text }, editor) =>
    shown(await writeNote({ editor, reference: about, input: { text } })),
});

/** Marks an editor's notifications about this contribution as read. */
export const seen = deskAction({
  may: 'account.manage_own',
  schema: z.object({ reference }),
  run: async ({ reference: about }, { userId }) => {
    await markRead({ userId, reference: about });
    return shown<object>({ ok: true });
  },
});

/** On success or failure, the page shows the present state. */
function shown<Output extends object>(result: Result<Output>): Result<Output> {
  refresh();
  return result;
}
