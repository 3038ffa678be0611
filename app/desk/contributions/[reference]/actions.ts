'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/server/action';
import type { ActionState } from '@/app/ui/action-state';
import type { Result } from '@/lib/platform/errors';
import { decideChanges } from '@/lib/review/decide';
import { declineContribution, keepContribution, publishContribution } from '@/lib/review/publication';
import { forgetChoices } from '@/lib/review/unrecorded-choices';
import { decisionsInput, declineInput } from '@/lib/review/schema';
import { readDecisions, pendingInput } from '@/app/desk/contributions/[reference]/decision/decision-form-data';
import { previewInWords } from '@/app/desk/contributions/[reference]/decision/preview-words';
import type { DecisionResult, Preview } from '@/app/desk/contributions/[reference]/decision/decision-result';

const reference = z.string().max(60);
const decisions = decisionsInput.extend({ reference });

function readForm(form: FormData) {
  const typed = fieldsOf(form);
  return { reference: typed.reference, ...readDecisions(typed) };
}

const record = deskAction({
  may: 'contribution.decide',
  schema: decisions,
  read: readForm,
  run: async (input, editor): Promise<Result<DecisionResult>> => {
    const result = await decideChanges({ editor, ...input });
    if (!result.ok) return shown(result);
    const changes = input.decisions.map(({ change }) => change);
    // What waits for a second editor is undecided: its choices stay.
    if (!result.waiting) await forgetChoices({ userId: editor.userId, changes });
    return shown({ ...result, changes });
  },
});

/** Records decisions on any number of proposed cells. Text typed for other cells stays in their fields. */
export async function decide(
  previous: ActionState<DecisionResult>,
  form: FormData,
): Promise<ActionState<DecisionResult>> {
  const state = await record(previous, form);
  return state.result?.ok ? { ...state, typed: pendingInput(fieldsOf(form), state.result.changes) } : state;
}

/** Previews the effects of the same decisions, and changes nothing. */
export const previewDecisions = deskAction({
  may: 'contribution.decide',
  schema: decisions,
  read: readForm,
  run: async (input, editor): Promise<Result<Preview>> => {
    const result = await decideChanges({ editor, ...input, dryRun: true });
    return result.ok ? { ok: true, ...(await previewInWords(result)) } : result;
  },
});

export const publish = deskAction({
  may: 'contribution.publish',
  schema: z.object({ reference }),
  run: async (input, editor) => shown(await publishContribution({ editor, ...input })),
});

export const keep = deskAction({
  may: 'contribution.publish',
  schema: z.object({ reference }),
  run: async (input, editor) => shown(await keepContribution({ editor, ...input })),
});

export const decline = deskAction({
  may: 'contribution.publish',
  schema: declineInput.extend({ reference }),
  read: (form) => ({ reference: form.get('reference'), reason: form.get('reason') }),
  run: async (input, editor) => shown(await declineContribution({ editor, ...input })),
});

/** On success or failure, the page shows the present state. */
function shown<Output extends object>(result: Result<Output>): Result<Output> {
  refresh();
  return result;
}
