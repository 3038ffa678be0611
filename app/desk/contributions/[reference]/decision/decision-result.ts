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
export type Preview = { agreements: PreviewAgreement[]; rules: string[] };

const RULES: Record<string, string> = {
  rename: 'it gives an agreement another name',
  bulk: 'it decides many values at once',
  own_proposal: 'it is the editor’s own proposal',
  retire: 'it retires an agreement',
};

/** Why a second editor is asked for. */
export const rulesInWords = (rules: readonly string[]) =>
  rules.map((rule) => RULES[rule] ?? rule).join(', and because ');
