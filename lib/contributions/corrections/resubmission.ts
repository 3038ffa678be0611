import { withoutDecided } from './retained-decisions';
import { readSentProposals } from './sent-body';
import type { Targets } from '@/lib/contributions/submission-rows';
import type { ProposalInput } from '@/lib/questions/proposal-schema';
import type { Submission } from '@/lib/contributions/schema';
import type { Tx } from '@/lib/platform/db/client';
import { markChanges } from '@/lib/contributions/status';

/** Takes back every cell of a contribution that is still undecided. */
export async function takeBackPending(contributionId: string, now: Date, tx: Tx): Promise<void> {
  const pending = await tx.proposedChange.findMany({
    where: { contributionId, status: 'pending' },
    select: { id: true },
  });
  await markChanges(
    pending.map(({ id }) => ({ id, status: 'withdrawn' })),
    now,
    tx,
  );
}

type Resubmission = { id: string; revision: number; submission: Submission; agreements: Targets; now: Date };

/** Withdraws the undecided cells of earlier revisions; returns the proposals of the new one. */
export async function takeBackUndecided(
  { id, revision, submission, agreements, now }: Resubmission,
  tx: Tx,
): Promise<ProposalInput[]> {
  await takeBackPending(id, now, tx);
  // Read only now: nothing of it is pending any more, so no decision can fall in between.
  const sent = await readSentProposals(id, revision - 1, tx);
  return withoutDecided(submission.proposals, sent, (slug) => agreements.get(slug)?.id);
}

/** Whether a correction names another address than the contact has, or one where there was none. */
export async function changesAddress(contributionId: string, email: string | undefined, tx: Tx): Promise<boolean> {
  const contact = await tx.contact.findUnique({ where: { contributionId }, select: { email: true } });
  return (contact?.email ?? null) !== (email ?? null);
}

/** A link that was mailed to an earlier address must not confirm a later one. */
export async function revokeConfirmations(contributionId: string, now: Date, tx: Tx): Promise<void> {
  await tx.accessLink.updateMany({
    where: { contributionId, purpose: { in: ['confirm_email', 'read_held'] }, revokedAt: null },
    data: { revokedAt: now },
  });
}
