'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/server/action';
import { keepOutcomes } from '@/app/desk/contributions/new/outcomes';
import { hasRoom, keepToken } from '@/app/(form)/server/own-links';
import { contributePaths } from '@/app/(form)/server/paths';
import { openEntry } from '@/lib/contributions/on-behalf/entries';
import { placedEntry } from '@/lib/contributions/on-behalf/schema';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { confirmedAnswers } from '@/lib/received/choices';
import { keepPictures } from '@/lib/received/kept-pictures';
import { fillEntry, readEntryToPlace } from '@/lib/received/entered-files';

const placing = placedEntry({
  contribution: z.uuid(),
  seen: z.string(),
  chosen: z.record(z.string(), z.string()),
});

/** Fills the draft with what the editor placed, and goes to its check page. Only what the page showed is confirmed. */
export const place = deskAction({
  may: 'contribution.enter',
  schema: placing,
  read: (form) => {
    const fields = fieldsOf(form);
    return { ...fields, chosen: fields };
  },
  run: async ({ contribution, seen, chosen, ...from }, editor): Promise<Result> => {
    const read = await readEntryToPlace({ editor, contributionId: contribution });
    if (!read.ok) return read;
    const { entry } = read;
    if (seen !== entry.seen) return failure('held_file_changed');
    const guessed = Object.values(entry.guess).some((text) => text !== '');
    const unchecked = guessed && chosen.checked !== 'on' ? [{ path: 'checked', code: 'sender_unchecked' }] : [];
    const { reading, units, call } = entry;
    const { sections, faults } = confirmedAnswers({ ...reading, units, chosen: (field) => chosen[field] ?? '' });
    if (unchecked.length + faults.length > 0) return failure('invalid', [...unchecked, ...faults]);
    if (!(await hasRoom(call.slug))) return failure('browser_full');
    const filled = await fillEntry({ editor, entry, sections, from });
    if (!filled.ok) return filled;
    // Before it is opened: another editor may take the draft over at this moment, and the page can't be sent again.
    const refused = await keepPictures({
      contributionId: contribution,
      reading,
      chosen: (field) => chosen[field] ?? '',
    });
    if (refused.length > 0) await keepOutcomes([{ name: entry.part.name, drafts: 1 }, ...refused]);
    const opened = await openEntry({ editor, contributionId: contribution });
    if (!opened.ok) return opened;
    await keepToken(opened.callSlug, opened.token);
    if (refused.length > 0) redirect('/desk/contributions/new?files=read#unsent');
    redirect(contributePaths('en', opened.callSlug).check);
  },
});
