import type { RuleAction } from '@/lib/review/approvals/rules';
import type { Decided } from '@/lib/review/decide';

/** What became of decisions that were sent, and on which changes they were. */
export type DecisionResult = Decided & { changes: string[] };

export type PreviewCell = {
  change: string;
  title: string;
  outcome: 'accepted' | 'amended' | 'rejected';
  before: string;
  after: string;
  /** Note and source, where they change. */
  texts: { part: 'Note' | 'Source'; before: string; after: string }[];
  /** False where the dataset stays as it is. */
  writes: boolean;
  joined: string[];
  superseded: string[];
};

export type PreviewAgreement = {
  name: string;
  slug: string | null;
  isNew: boolean;
  version: number | null;
  cells: PreviewCell[];
};

/** What decisions would change, in words, agreement by agreement. */
export type Preview = { agreements: PreviewAgreement[]; rules: RuleAction[] };
