'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/server/action';
import { PARTICIPATION_LIMITS } from '@/lib/agreements/participation-constants';
import { filled, text } from '@/lib/platform/text/typed-text';
import { editParticipant } from '@/lib/review/participants/edit-participant';
import { entryInput, participantInput, participationInput } from '@/lib/review/participants/input-schema';
import {
  addParticipation,
  correctParticipation,
  removeParticipation,
  verifyParticipation,
} from '@/lib/review/participants/register';

const seen = z.coerce.number().int().positive();
const row = { id: z.uuid('not_found'), seen };
const reason = filled(text(PARTICIPATION_LIMITS.reservation), 'undo_reason_required');

/** The choice among similar participants: one of them, or another. */
function readEntry(form: FormData) {
  const { which, ...fields } = fieldsOf(form);
  return which === 'apart' ? { ...fields, apart: true } : { ...fields, same: which };
}

export const add = deskAction({
  may: 'agreement.propose',
  schema: entryInput,
  read: readEntry,
  run: async (input, editor) => {
    const result = await addParticipation({ editor, input });
    refresh();
    return result;
  },
});

export const correct = deskAction({
  may: 'agreement.propose',
  schema: z.intersection(participationInput, z.object({ ...row, reason })),
  run: async ({ id, seen: version, reason: why, ...input }, editor) => {
    const result = await correctParticipation({ editor, id, seen: version, input, reason: why });
    refresh();
    return result;
  },
});

export const verify = deskAction({
  may: 'agreement.propose',
  schema: z.object(row),
  run: async (input, editor) => {
    const result = await verifyParticipation({ editor, ...input });
    refresh();
    return result;
  },
});

export const remove = deskAction({
  may: 'agreement.propose',
  schema: z.object({ ...row, reason }),
  run: async (input, editor) => {
    const result = await removeParticipation({ editor, ...input });
    refresh();
    return result;
  },
});

export const edit = deskAction({
  may: 'agreement.propose',
  schema: participantInput.extend({ slug: z.string().max(80), seen }),
  run: async ({ slug, seen: version, ...input }, editor) => {
    const result = await editParticipant({ editor, slug, seen: version, input });
    refresh();
    return result;
  },
});
