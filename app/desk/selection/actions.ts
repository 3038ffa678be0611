'use server';

import { refresh } from 'next/cache';
import { deskAction, fieldsOf } from '@/app/server/action';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { RIGHT_OF, runSelected } from '@/lib/review/selection/run-selected';
import type { SelectedOutcome } from '@/lib/review/selection/run-selected';
import { selectionInput } from '@/lib/review/selection/schema';
import type { SelectionCommand } from '@/lib/review/selection/schema';
import { selectedIn } from './selected-rows';

export type SelectionDone = {
  command: SelectionCommand;
  outcomes: SelectedOutcome[];
  /** It failed for a contribution: what was typed, and the ticks of those it failed for, stay. */
  unfinished: boolean;
};

/** Carries out one command on each selected row of the queue, and says of each what happened. */
export const runOnSelected = deskAction({
  may: 'contribution.read',
  schema: selectionInput,
  read: (form) => {
    const fields = fieldsOf(form);
    return { ...fields, references: selectedIn(fields) };
  },
  run: async (input, editor): Promise<Result<SelectionDone>> => {
    if (!can(editor, RIGHT_OF[input.command])) return failure('forbidden');
    const outcomes = await runSelected({ editor, input });
    refresh();
    return { ok: true, command: input.command, outcomes, unfinished: outcomes.some(({ failed }) => failed !== null) };
  },
});
