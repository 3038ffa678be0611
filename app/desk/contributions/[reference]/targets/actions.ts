'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { mergeNewProposals, separateProposal, turnIntoUpdate } from '@/lib/review/targets';

const reference = z.string().max(60);
const proposal = z.uuid('not_found');

/** Merges two proposals for the same new agreement, so that they are decided together. */
export const merge = deskAction({
  may: 'contribution.decide',
  schema: z.object({ reference, proposal, into: z.uuid('choose_one') }),
  run: async (input, editor) => {
    refresh();
    return mergeNewProposals({ editor, ...input });
  },
});

export const separate = deskAction({
  may: 'contribution.decide',
  schema: z.object({ reference, proposal }),
  run: async (input, editor) => {
    refresh();
    return separateProposal({ editor, ...input });
  },
});

export const turn = deskAction({
  may: 'contribution.decide',
  schema: z.object({ reference, proposal, agreement: z.string().min(1, 'choose_one').max(80) }),
  run: async (input, editor) => {
    refresh();
    return turnIntoUpdate({ editor, ...input });
  },
});
