'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { unlinkIdentities } from '@/lib/accounts/oidc/identities';
import { markRead, setNotify } from '@/lib/notifications/notices';
import { notifyInput } from '@/lib/notifications/notice-schema';
import { stateInterests as recordInterests } from '@/lib/review/interests/own-interests';
import { interestsInput } from '@/lib/review/interests/schema';

/** Sets how the editor receives notifications. */
export const chooseNotify = deskAction({
  may: 'account.manage_own',
  schema: notifyInput,
  read: (form) => ({ notify: form.get('notify'), summary: form.get('summary') === 'on' }),
  run: async (wish, { userId }) => {
    await setNotify({ userId, ...wish });
    refresh();
    return { ok: true };
  },
});

/** States the editor's own interests. */
export const stateInterests = deskAction({
  may: 'account.manage_own',
  schema: interestsInput,
  run: async (input, editor) => {
    const stated = await recordInterests({ editor, input });
    if (stated.ok) refresh();
    return stated;
  },
});

/** Takes the editor's account at the sign-in provider off them. */
export const unlinkOwn = deskAction({
  may: 'account.manage_own',
  schema: z.object({}),
  run: async (_, editor) => {
    const unlinked = await unlinkIdentities(editor, editor.userId);
    if (unlinked.ok) refresh();
    return unlinked;
  },
});

/** Marks one of the editor's own notices as read, or all of them. */
export const read = deskAction({
  may: 'account.manage_own',
  schema: z.object({ notice: z.uuid().optional() }),
  run: async ({ notice }, { userId }) => {
    await markRead({ userId, notice });
    refresh();
    return { ok: true };
  },
});
