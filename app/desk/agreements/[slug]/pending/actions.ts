'use server';

import { refresh } from 'next/cache';
import { deskAction, fieldsOf } from '@/app/server/action';
import { agreementSlug } from '@/lib/agreements/schema';
import { decideCells } from '@/lib/review/pending/decide-cells';
import { decisionsInput } from '@/lib/review/schema';
import { forgetChoices } from '@/lib/review/unrecorded-choices';
import { readCommands } from './decided-cells';

/** Decides on any number of cells of one agreement. On success or failure, the page shows the present state. */
export const decideTogether = deskAction({
  may: 'contribution.decide',
  schema: decisionsInput.extend({ agreement: agreementSlug }),
  read: (form) => {
    const typed = fieldsOf(form);
    return { agreement: typed.agreement, decisions: readCommands(typed).map(({ command }) => command) };
  },
  run: async ({ agreement, decisions }, editor) => {
    const result = await decideCells({ editor, agreement, decisions });
    if (result.ok && !result.waiting)
      await forgetChoices({ userId: editor.userId, changes: decisions.map(({ change }) => change) });
    refresh();
    return result;
  },
});
