'use server';

import { deskAction, fieldsOf } from '@/app/server/action';
import { submitEditorProposal } from '@/lib/review/editor-proposals';
import { editorProposal } from '@/lib/review/editor-proposal-schema';
import { readProposal } from './proposal-form-data';

/** Stores an editor's proposal, to be decided like a contribution. */
export const propose = deskAction({
  may: 'agreement.propose',
  schema: editorProposal,
  read: (form) => readProposal(fieldsOf(form)),
  run: (proposal, editor) => submitEditorProposal({ editor, proposal }),
});
