import type { Planned } from './plan';
import { sameProposal } from './merge';
import type { ChangeRow } from './changes';

/** What becomes of another contribution's pending change when a cell it proposed is decided. */
export type Settled = { rival: ChangeRow; outcome: 'accepted' | 'superseded'; by: Planned };

/** The cells that the plan writes: where it makes rivals lose. */
export function writtenCells(planned: Planned[]): { agreementId: string; key: string }[] {
  return planned.flatMap(({ writes, change: { agreementId, key } }) =>
    writes && agreementId !== null ? [{ agreementId, key }] : [],
  );
}

/**
 * Rivals that say the same as what went in are accepted along with it and credited; the others are superseded by it
 * (docs/decisions/0002).
 */
export function resolveCompetingChanges(planned: Planned[], rivals: ChangeRow[]): Settled[] {
  return rivals.flatMap((rival) => {
    const by = planned.find(
      ({ writes, change }) => writes && change.agreementId === rival.agreementId && change.key === rival.key,
    );
    if (!by?.content) return [];
    return [{ rival, by, outcome: sameProposal(rival, by.content) ? 'accepted' : 'superseded' } as const];
  });
}

/** The contributions that these rivals are of, each with the place in the command that settles it. */
export const rivalsAt = (planned: Planned[], rivals: ChangeRow[]) =>
  resolveCompetingChanges(planned, rivals).map(({ rival, by }) => ({ id: rival.contributionId, path: by.path }));
