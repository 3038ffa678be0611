'use server';

import { deskAction, fieldsOf } from '@/app/server/action';
import { proposeOwn } from '@/lib/review/editor-proposals';
import { ownProposal } from '@/lib/review/editor-proposal-schema';
import { readProposal } from './proposal-form-data';

/** Stores an editor's proposal, to be decided like a contribution. */
export const propose = deskAction({
  may: 'agreement.propose',
  schema: ownProposal,
  read: (form) => readProposal(fieldsOf(form)),
  run: (proposal, editor) => proposeOwn({ editor, proposal }),
});
