'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/server/action';
import { agreementSlug } from '@/lib/agreements/schema';
import type { Result } from '@/lib/platform/errors';
import { reinstateAgreement, retireAgreement } from '@/lib/review/retirement';
import { declineInput } from '@/lib/review/schema';
import { undoRevision } from '@/lib/review/undo/undo';

/** A reason is required to decline, and likewise to undo and to retire. */
const reasoned = declineInput.extend({ agreement: agreementSlug });

export const undo = deskAction({
  may: 'contribution.decide',
  schema: reasoned.extend({
    version: z.coerce.number().int().min(1),
    keys: z.array(z.string().max(80)).min(1, 'nothing_to_undo').max(200),
    again: z.boolean(),
  }),
  read: (form) => {
    const { agreement, version, reason, ...typed } = fieldsOf(form);
    const keys = Object.keys(typed)
      .filter((name) => name.startsWith('cell.'))
      .map((name) => name.slice('cell.'.length));
    return { agreement, version, reason, keys, again: typed.again === 'on' };
  },
  run: async (input, editor) => shown(await undoRevision({ editor, ...input })),
});

export const setRetired = deskAction({
  may: 'agreement.retire',
  schema: reasoned.extend({ to: z.enum(['retired', 'standing']) }),
  run: async ({ to, ...input }, editor) =>
    shown(await (to === 'retired' ? retireAgreement : reinstateAgreement)({ editor, ...input })),
});

/** On success or failure, the page shows the present state. */
function shown<Output extends object>(result: Result<Output>): Result<Output> {
  refresh();
  return result;
}
