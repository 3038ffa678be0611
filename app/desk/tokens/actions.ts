'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { createToken, revokeToken } from '@/lib/accounts/api-tokens';

export const create = deskAction({
  may: 'token.manage_own',
  // Parsed in the function that makes tokens, so that every endpoint parses alike.
  schema: z.record(z.string(), z.string()),
  run: async (token, actor) => {
    refresh();
    return createToken(actor, token);
  },
});

export const revoke = deskAction({
  may: 'token.manage_own',
  schema: z.object({ id: z.uuid('not_found') }),
  run: async ({ id }, actor) => {
    refresh();
    return revokeToken(actor, id);
  },
});
