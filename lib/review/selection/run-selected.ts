import type { Action, Editor } from '@/lib/accounts/policy';
import type { Failure, Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { db } from '@/lib/platform/db/client';
import { assignContribution } from '@/lib/review/assignment/assignment';
import { requestChanges, writeToContributor } from '@/lib/review/correspondence';
import { publishContribution } from '@/lib/review/publication';
import { schedulePublication } from '@/lib/review/scheduling/schedule';
import { tagContribution, untagContribution } from '@/lib/review/tags/tags';
import type { SelectionCommand, SelectionInput } from './schema';

/** What became of one selected contribution. */
export type SelectedOutcome = { reference: string; failed: (Pick<Failure, 'reason'> & { code: string | null }) | null };

/** The right that each command needs, the same as for one contribution. */
export const RIGHT_OF: Record<SelectionCommand, Action> = {
  export: 'contribution.read',
  assign: 'contribution.assign',
  publish: 'contribution.publish',
  schedule: 'contribution.publish',
  request: 'contribution.decide',
  write: 'contribution.decide',
  tag: 'contribution.decide',
  untag: 'contribution.decide',
};

/**
 * Carries out a command on each selected contribution, one after the other, with the same function as on its own page:
 * a contribution that it fails for, also by an exception, leaves the others as they are. Returns the outcome of each, in the order of the
 * selection. `export` changes nothing.
 */
export async function runSelected({
  editor,
  input,
}: {
  editor: Editor;
  input: SelectionInput;
}): Promise<SelectedOutcome[]> {
  const outcomes: SelectedOutcome[] = [];
  for (const reference of input.references) {
    const result = await runOne(reference, editor, input).catch((error: unknown) => {
      console.error(error);
      return failure('unexpected');
    });
    const failed = result.ok ? null : { reason: result.reason, code: result.issues?.[0]?.code ?? null };
    outcomes.push({ reference, failed });
  }
  return outcomes;
}

async function runOne(reference: string, editor: Editor, input: SelectionInput): Promise<Result> {
  switch (input.command) {
    case 'export':
      return { ok: true };
    case 'assign':
      return assign(reference, editor, input.to);
    case 'publish':
      return publishContribution({ editor, reference });
    case 'schedule':
      return schedulePublication({ ...input, editor, reference });
    case 'request':
      return requestChanges({ editor, reference, text: input.text, items: [] });
    case 'write':
      return writeToContributor({ editor, reference, text: input.text });
    case 'tag':
      return tagContribution({ editor, reference, tag: input.tag });
    case 'untag':
      return untagContribution({ editor, reference, tag: input.tag });
  }
}

/** The editor who has it when the command arrives gives it up: a selection names no single assignee. */
async function assign(reference: string, editor: Editor, to: string | null): Promise<Result> {
  const row = await db.contribution.findUnique({ where: { reference }, select: { assigneeId: true } });
  if (!row) return failure('not_found');
  return assignContribution({ editor, reference, to, from: row.assigneeId });
}
