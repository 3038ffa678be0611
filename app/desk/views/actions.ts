'use server';

import { refresh } from 'next/cache';
import { deskAction } from '@/app/server/action';
import { removeView, renameView, saveView } from '@/lib/review/saved-views';
import { newView, removedView, renamedView } from '@/lib/review/saved-view-schema';

export const save = deskAction({
  may: 'account.manage_own',
  schema: newView,
  run: async (view, { userId }) => {
    refresh();
    return saveView({ userId, ...view });
  },
});

export const rename = deskAction({
  may: 'account.manage_own',
  schema: renamedView,
  run: async (view, { userId }) => {
    refresh();
    return renameView({ userId, ...view });
  },
});

export const remove = deskAction({
  may: 'account.manage_own',
  schema: removedView,
  run: async (view, { userId }) => {
    refresh();
    return removeView({ userId, ...view });
  },
});
