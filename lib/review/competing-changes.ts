import type { CellContent } from '@/lib/agreements/schema';
import type { Planned } from './plan';
import { sameProposal } from './merge';
import type { ChangeRow } from './changes';

/** What becomes of another contribution's pending change when a cell it proposed is decided; `content` if accepted. */
export type Settled = { rival: ChangeRow; outcome: 'accepted' | 'superseded'; content: CellContent; by: Planned };

/** The cells that the plan decides and writes: where it settles rivals. */
export function decidedCells(planned: Planned[]): { agreementId: string; key: string }[] {
  return planned.flatMap(({ cells, change: { agreementId, key } }) =>
    cells.length > 0 && agreementId !== null
      ? [...new Set([key, ...cells.map((cell) => cell.key)])].map((one) => ({ agreementId, key: one }))
      : [],
  );
}

/**
 * Rivals that say the same as what went in are accepted along with it and credited; the others are superseded by it
 * (docs/decisions/0002). A value that becomes one of several views supersedes none: the others stay to be decided. So
 * do further proposals of the same contribution for the cell.
 */
export function resolveCompetingChanges(planned: Planned[], rivals: ChangeRow[]): Settled[] {
  return rivals.flatMap((rival): Settled[] => {
    for (const by of planned) {
      if (by.change.agreementId !== rival.agreementId || by.content === null || by.cells.length === 0) continue;
      if (by.change.contributionId === rival.contributionId) continue;
      if (by.as !== undefined && by.change.key === rival.key)
        return sameProposal(rival, by.content) ? [{ rival, by, content: by.content, outcome: 'accepted' }] : [];
      const content = by.cells.find(({ key }) => key === rival.key)?.content;
      if (content) return [{ rival, by, content, outcome: sameProposal(rival, content) ? 'accepted' : 'superseded' }];
    }
    return [];
  });
}

/** The contributions that these rivals are of, each with the place in the command that settles it. */
export const rivalsAt = (planned: Planned[], rivals: ChangeRow[]) =>
  resolveCompetingChanges(planned, rivals).map(({ rival, by }) => ({ id: rival.contributionId, path: by.path }));
