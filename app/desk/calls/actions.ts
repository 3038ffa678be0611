'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/server/action';
import { createCall } from '@/lib/calls/create-call';
import { callEdit, newCall, newDeadline } from '@/lib/calls/call-input-schema';
import { closeCall, extendCall, hideCall, reopenCall, showCall } from '@/lib/calls/call-actions';
import { editCall } from '@/lib/calls/edit-call';
import { makePreviewLink, revokePreviewLink } from '@/lib/calls/preview';
import { callSlug } from '@/lib/calls/schema';
import type { Result } from '@/lib/platform/errors';
import { readCallForm } from './call-form-data';

const may = 'call.manage';
const oneCall = z.strictObject({ slug: callSlug });

/** After success the call's page says what has happened: the form that did it may be gone there. */
function arrive<R extends Result>(result: R, slug: string, done: string): R {
  if (result.ok) redirect(`/desk/calls/${slug}?done=${done}`);
  return result;
}

export const create = deskAction({
  may,
  schema: newCall,
  run: async (call, editor) =>
    arrive(await createCall({ editor, call }), call.slug, call.from === undefined ? 'created' : 'copied'),
});

export const edit = deskAction({
  may,
  schema: callEdit,
  read: (form) => readCallForm(fieldsOf(form)),
  run: async (edited, editor) => arrive(await editCall({ editor, ...edited }), edited.slug, 'edited'),
});

export const extend = deskAction({
  may,
  schema: newDeadline,
  run: async (input, editor) => arrive(await extendCall({ editor, input }), input.slug, 'extended'),
});

export const reopen = deskAction({
  may,
  schema: newDeadline,
  run: async (input, editor) => arrive(await reopenCall({ editor, input }), input.slug, 'reopened'),
});

export const close = deskAction({
  may,
  schema: oneCall,
  run: async ({ slug }, editor) => arrive(await closeCall({ editor, slug }), slug, 'closed'),
});

export const hide = deskAction({
  may,
  schema: oneCall,
  run: async ({ slug }, editor) => arrive(await hideCall({ editor, slug }), slug, 'hidden'),
});

export const show = deskAction({
  may,
  schema: oneCall,
  run: async ({ slug }, editor) => arrive(await showCall({ editor, slug }), slug, 'shown'),
});

/** The link is shown once, in the form's own message. */
export const makePreview = deskAction({
  may,
  schema: oneCall,
  run: ({ slug }, editor) => makePreviewLink({ editor, slug }),
});

export const revokePreview = deskAction({
  may,
  schema: oneCall,
  run: async ({ slug }, editor) => arrive(await revokePreviewLink({ editor, slug }), slug, 'revoked'),
});
