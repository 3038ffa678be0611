import type { RuleAction } from '@/lib/review/approvals/rules';
import type { Decided } from '@/lib/review/decide';

/** The result of sent decisions, with the changes they concerned. */
export type DecisionResult = Decided & { changes: string[] };

export type PreviewCell = {
  change: string;
  title: string;
  outcome: 'accepted' | 'amended' | 'rejected';
  before: string;
  after: string;
  /** The line for a value that stays, with what changes beside it; null where the value changes. */
  staying: string | null;
  /** The note and source, if they change. */
  texts: { part: 'Note' | 'Source' | 'As of'; before: string; after: string }[];
  /** False where the dataset does not change. */
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

/** The effects of decisions in words, agreement by agreement. */
export type Preview = { agreements: PreviewAgreement[]; rules: RuleAction[] };
