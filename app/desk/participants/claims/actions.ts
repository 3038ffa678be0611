'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/server/action';
import { PARTICIPATION_LIMITS } from '@/lib/agreements/participation-constants';
import { agreementSlug } from '@/lib/agreements/schema';
import { REFERENCE } from '@/lib/platform/reference';
import { filled, text } from '@/lib/platform/text/typed-text';
import { claimInput, confirmClaim, rejectClaim } from '@/lib/review/participants/claims';
import { proposedEntryShape } from '@/lib/review/participants/input-schema';
import { acceptProposed, countProposed, declineProposed } from '@/lib/review/participants/proposed';
import { reasonGiven } from '@/lib/review/schema';

const claim = { reference: z.string().regex(REFERENCE, 'not_found'), agreement: agreementSlug };

/** The fields of an entry, with what was said of a similar participant. */
function readEntry(form: FormData) {
  const { which, ...fields } = fieldsOf(form);
  return which === 'apart' ? { ...fields, apart: true } : { ...fields, same: which };
}

export const confirm = deskAction({
  may: 'contribution.decide',
  schema: claimInput.extend(claim),
  read: readEntry,
  run: async ({ reference, agreement, ...input }, editor) => {
    const result = await confirmClaim({ editor, reference, agreement, input });
    refresh();
    return result;
  },
});

export const reject = deskAction({
  may: 'contribution.decide',
  schema: z.object({ ...claim, reason: filled(text(PARTICIPATION_LIMITS.reservation), 'undo_reason_required') }),
  run: async (input, editor) => {
    const result = await rejectClaim({ editor, ...input });
    refresh();
    return result;
  },
});

const proposal = { reference: claim.reference, change: z.uuid('not_found') };

export const accept = deskAction({
  may: 'contribution.decide',
  schema: z.object({ ...proposedEntryShape, ...proposal }),
  read: readEntry,
  run: async ({ reference, change, ...input }, editor) => {
    const result = await acceptProposed({ editor, reference, change, input });
    refresh();
    return result;
  },
});

export const count = deskAction({
  may: 'contribution.decide',
  schema: z.object(proposal),
  run: async (input, editor) => {
    const result = await countProposed({ editor, ...input });
    refresh();
    return result;
  },
});

export const decline = deskAction({
  may: 'contribution.decide',
  schema: z.object({ ...proposal, reason: reasonGiven }),
  run: async (input, editor) => {
    const result = await declineProposed({ editor, ...input });
    refresh();
    return result;
  },
});
