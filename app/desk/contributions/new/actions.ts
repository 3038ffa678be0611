'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/server/action';
import { callOf } from '@/app/(form)/server/form';
import { hasRoom, keepToken } from '@/app/(form)/server/own-links';
import { contributePaths } from '@/app/(form)/server/paths';
import { beginEntry, openEntry } from '@/lib/contributions/on-behalf/entries';
import { takeOverEntry } from '@/lib/contributions/on-behalf/takeover';
import { entryInput } from '@/lib/contributions/on-behalf/schema';
import { readDraft } from '@/lib/contributions/drafts/stored-draft';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';

/** Begins a draft on behalf of its contributor, and opens the form with it in this browser. */
export const begin = deskAction({
  may: 'contribution.enter',
  schema: entryInput,
  read: (form) => withoutOther(fieldsOf(form)),
  run: async (input, editor): Promise<Result> => {
    if (!(await hasRoom(input.call))) return failure('browser_full');
    const begun = await beginEntry({ editor, input });
    if (!begun.ok) return begun;
    await keepToken(begun.callSlug, begun.token);
    const call = await callOf(begun.callSlug, 'en');
    const [first] = call?.questionnaire.content.questions ?? [];
    const paths = contributePaths('en', begun.callSlug);
    redirect(first ? paths.step(first.key) : paths.check);
  },
});

/** The form has the wordings of every call; those of the chosen one count. */
function withoutOther({ call = '', ...fields }: Record<string, string>) {
  return { ...fields, call, audience: fields[`audience-${call}`] };
}

/** Opens an entry of this editor once more: the draft, or a correction of what was sent. */
export const open = deskAction({
  may: 'contribution.enter',
  schema: z.object({ contribution: z.uuid(), call: z.string().max(40) }),
  run: async ({ contribution, call }, editor): Promise<Result> => {
    if (!(await hasRoom(call))) return failure('browser_full');
    const opened = await openEntry({ editor, contributionId: contribution });
    if (!opened.ok) return opened;
    await keepToken(opened.callSlug, opened.token);
    const [first] = (await readDraft(contribution, 'en'))?.questionnaire.questions ?? [];
    const paths = contributePaths('en', opened.callSlug);
    redirect(first ? paths.step(first.key) : paths.check);
  },
});

/** Goes on with what another editor has begun to enter. */
export const takeOver = deskAction({
  may: 'contribution.enter',
  schema: z.object({ contribution: z.uuid(), from: z.string().max(60) }),
  run: async ({ contribution, from }, editor): Promise<Result> => {
    const taken = await takeOverEntry({ editor, contributionId: contribution, from });
    if (!taken.ok) return taken;
    redirect('/desk/contributions/new?done=taken_over#unsent');
  },
});
