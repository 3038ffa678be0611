'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { addSnippet, changeSnippet, deleteSnippet } from '@/lib/review/snippets';

const id = z.uuid('not_found');

export const add = deskAction({
  may: 'snippet.manage',
  // Parsed in the function that writes snippets, so that every endpoint parses alike.
  schema: z.record(z.string(), z.string()),
  run: async (snippet, actor) => {
    refresh();
    return addSnippet(actor, snippet);
  },
});

export const change = deskAction({
  may: 'snippet.manage',
  schema: z.looseObject({ id }),
  run: async ({ id: which, ...snippet }, actor) => {
    refresh();
    return changeSnippet(actor, which, snippet);
  },
});

export const remove = deskAction({
  may: 'snippet.manage',
  schema: z.object({ id }),
  run: async ({ id: which }, actor) => {
    refresh();
    return deleteSnippet(actor, which);
  },
});
