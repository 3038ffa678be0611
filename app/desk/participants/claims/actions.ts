'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/server/action';
import { PARTICIPATION_LIMITS } from '@/lib/agreements/participation-constants';
import { agreementSlug } from '@/lib/agreements/schema';
import { REFERENCE } from '@/lib/platform/reference';
import { filled, text } from '@/lib/platform/text/typed-text';
import { claimInput, confirmClaim, rejectClaim } from '@/lib/review/participants/claims';

const claim = { reference: z.string().regex(REFERENCE, 'not_found'), agreement: agreementSlug };

export const confirm = deskAction({
  may: 'contribution.decide',
  schema: claimInput.extend(claim),
  read: (form) => {
    const { which, ...fields } = fieldsOf(form);
    return which === 'apart' ? { ...fields, apart: true } : { ...fields, same: which };
  },
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
