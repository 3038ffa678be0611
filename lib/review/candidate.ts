import type { CellContent } from '@/lib/agreements/schema';
import type { Proposed } from './merge';

/** A pending change as the decision needs it. `current` is null where the cell holds nothing; its version is then 0. */
export type Candidate = Proposed & {
  id: string;
  proposalId: string;
  contributionId: string;
  agreementId: string | null;
  key: string;
  base: CellContent | null;
  current: CellContent | null;
  currentVersion: number;
};

/** A cell to write, with the version it has while its agreement is locked. */
export type CellPlan = { key: string; content: CellContent; seenVersion: number };
