import { findAgreements } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { publishContribution, takeDownContribution } from '@/lib/review/publication';
import { undoRevision } from '@/lib/review/undo/undo';
import { acceptChanges } from './decisions';
import { makeEditor } from './people';
import type { SubmissionInput } from './submissions';
import { submit } from './submissions';

/**
 * A contribution that is public; with `accept`, also in the dataset: every cell it proposes of that agreement. Returns
 * its reference and the version that made.
 */
export async function published(
  input: SubmissionInput,
  { accept }: { accept?: string } = {},
): Promise<{ reference: string; version: number }> {
  const editor = await makeEditor();
  const { reference, changes } = await submit(input);
  if (accept !== undefined) await acceptChanges({ reference, changes, agreement: accept, editor });
  const done = await publishContribution({ editor, reference });
  if (!done.ok) throw new Error(`not published: ${JSON.stringify(done)}`);
  return {
    reference,
    version: accept === undefined ? 0 : ((await findAgreements([accept])).get(accept)?.version ?? 0),
  };
}

/** Its contributor takes it back. */
export async function withdrawn(reference: string): Promise<void> {
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  const done = await withdrawContribution({ contributionId: id });
  if (!done.ok) throw new Error(`not withdrawn: ${JSON.stringify(done)}`);
}

/** An editor takes a version of an agreement back. */
export async function takenBack(agreement: string, version: number): Promise<void> {
  const done = await undoRevision({
    editor: await makeEditor(),
    agreement,
    version,
    reason: 'The source says otherwise.',
  });
  if (!done.ok) throw new Error(`not taken back: ${JSON.stringify(done)}`);
}

/** An editor publishes what was sent. */
export async function publish(reference: string): Promise<void> {
  const done = await publishContribution({ editor: await makeEditor(), reference });
  if (!done.ok) throw new Error(`not published: ${JSON.stringify(done)}`);
}

/** An editor takes what is public down. */
export async function takenDown(reference: string): Promise<void> {
  const done = await takeDownContribution({
    editor: await makeEditor(),
    reference,
    reason: 'It quotes a report that is not public.',
  });
  if (!done.ok) throw new Error(`not taken down: ${JSON.stringify(done)}`);
}
