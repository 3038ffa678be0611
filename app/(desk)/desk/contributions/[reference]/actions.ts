'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/_server/action';
import type { Result } from '@/lib/errors';
import { decideChanges } from '@/lib/review/mutations';
import { declineContribution, publishContribution } from '@/lib/review/publication/mutations';
import { decisionsInput, declineInput } from '@/lib/review/schema';
import { readDecisions } from './decision-form-data';

const reference = z.string().max(60);

/** Records decisions on any number of proposed cells. */
export const decide = deskAction({
  may: 'contribution.decide',
  schema: decisionsInput.extend({ reference }),
  read: (form) => {
    const typed = fieldsOf(form);
    return { reference: typed.reference, ...readDecisions(typed) };
  },
  run: async (input, editor) => shown(await decideChanges({ editor, ...input })),
});

export const publish = deskAction({
  may: 'contribution.publish',
  schema: z.object({ reference }),
  run: async (input, editor) => shown(await publishContribution({ editor, ...input })),
});

export const decline = deskAction({
  may: 'contribution.publish',
  schema: declineInput.extend({ reference }),
  read: (form) => ({ reference: form.get('reference'), reason: form.get('reason') }),
  run: async (input, editor) => shown(await declineContribution({ editor, ...input })),
});

/** Whatever came of it, the page shows the state it left, or the state that stood in its way. */
function shown<Output extends object>(result: Result<Output>): Result<Output> {
  refresh();
  return result;
}
