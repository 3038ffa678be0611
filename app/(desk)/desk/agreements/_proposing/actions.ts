'use server';

import { deskAction, fieldsOf } from '@/app/_server/action';
import { proposeOwn } from '@/lib/review/own/mutations';
import { ownProposal } from '@/lib/review/own/schema';
import { readProposal } from './proposal-form-data';

/** Stores what an editor proposes, to be decided like a contribution. */
export const propose = deskAction({
  may: 'agreement.propose',
  schema: ownProposal,
  read: (form) => readProposal(fieldsOf(form)),
  run: (proposal, editor) => proposeOwn({ editor, proposal }),
});
