/**
 * The valid proposals of a contribution. A revision holds only what it newly proposed: a cell that was decided before
 * keeps its decision, and a later revision with the same value does not propose it again. If a decision was undone, the
 * cell is there once more, in a later round: only that one counts.
 */
type ChangeRow = { key: string; round: number; status: string; value: unknown };
type ProposalRow = { revision: { number: number }; kind: string; agreementId: string | null; changes: ChangeRow[] };

/** Whether a change needs no decision any more: it was decided, or it lost to another one. */
export const wasDecided = ({ status }: Pick<ChangeRow, 'status'>) => status !== 'pending' && status !== 'withdrawn';

/** Of each cell of a proposal the one of its last round. */
export function lastRounds<Change extends Pick<ChangeRow, 'key' | 'round'>>(changes: readonly Change[]): Change[] {
  return changes.filter((change) => !changes.some(({ key, round }) => key === change.key && round > change.round));
}

/**
 * Of the proposals of all revisions: those of revision `number` in their order, each with the cells of the same
 * agreement that were decided in earlier ones; then earlier ones of which only decided cells are left. Later revisions
 * are left out.
 */
export function currentProposals<Proposal extends ProposalRow>(sent: readonly Proposal[], number: number): Proposal[] {
  const proposals = sent.map((proposal) => ({ ...proposal, changes: lastRounds(proposal.changes) }));
  const current = proposals
    .filter((proposal) => proposal.revision.number === number)
    .map((proposal) => ({ ...proposal }));
  const earlier = proposals
    .filter((proposal) => proposal.revision.number < number)
    .toSorted((one, other) => other.revision.number - one.revision.number);
  for (const proposal of earlier) {
    const home = current.find((one) => isSameTarget(one, proposal));
    const decided = proposal.changes.filter(
      (change) => wasDecided(change) && !home?.changes.some(({ key }) => key === change.key),
    );
    if (decided.length === 0) continue;
    if (home) home.changes = [...home.changes, ...decided];
    else current.push({ ...proposal, changes: decided });
  }
  return current;
}

type Target = { agreementId: string | null; changes: { key: string; value: unknown }[] };

/** The same agreement; a new one that is not in the dataset is identified by its proposed name. */
export function isSameTarget(one: Target, other: Target): boolean {
  if (one.agreementId !== null || other.agreementId !== null) return one.agreementId === other.agreementId;
  const name = proposedName(one);
  return name !== '' && name === proposedName(other);
}

function proposedName({ changes }: Pick<Target, 'changes'>): string {
  const value = changes.find(({ key }) => key === 'name')?.value;
  return typeof value === 'string' ? value.trim().toLowerCase() : '';
}
