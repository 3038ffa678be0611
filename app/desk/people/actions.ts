'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { unlinkIdentities } from '@/lib/accounts/oidc/identities';
import { addPerson, changePerson } from '@/lib/accounts/people';
import { autoAssign, removePerson } from '@/lib/review/assignment/assignment';

export const add = deskAction({
  may: 'people.manage',
  // Parsed in the function that adds people, so that every endpoint parses alike.
  schema: z.record(z.string(), z.string()),
  run: async (person, actor) => {
    refresh();
    return addPerson(actor, person);
  },
});

export const deactivate = deskAction({
  may: 'people.manage',
  schema: z.object({ userId: z.string().max(100) }),
  run: async ({ userId }, actor) => {
    const removed = await removePerson({ actor, userId });
    // The removed person's own page no longer exists.
    if (removed.ok) redirect('/desk/people?removed=yes');
    refresh();
    return removed;
  },
});

export const change = deskAction({
  may: 'people.manage',
  schema: z.object({ userId: z.string().max(100), role: z.string(), name: z.string(), organisation: z.string() }),
  run: async ({ userId, ...person }, actor) => {
    refresh();
    return changePerson(actor, userId, person);
  },
});

/** Takes the account at the sign-in provider off a person. */
export const unlinkPerson = deskAction({
  may: 'people.manage',
  schema: z.object({ userId: z.string().max(100) }),
  run: async ({ userId }, actor) => {
    const unlinked = await unlinkIdentities(actor, userId);
    if (unlinked.ok) refresh();
    return unlinked;
  },
});

/** Assigns all waiting, unassigned contributions to the available editors in turn. */
export const assignAllUnassigned = deskAction({
  may: 'contribution.assign',
  schema: z.object({}),
  run: async (_, editor) => {
    refresh();
    return autoAssign({ editor });
  },
});
