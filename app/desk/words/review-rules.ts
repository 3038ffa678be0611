import type { RuleAction } from '@/lib/review/approvals/rules';

/** The subject of each rule, as its heading and as the reason of a request. */
export const RULE_WORDS: Record<RuleAction, { title: string; asks: string; hint: string }> = {
  rename: {
    title: 'Renaming an agreement',
    asks: 'it renames an agreement',
    hint: 'A decision, or an undoing, that gives an agreement of the dataset another name or short name.',
  },
  bulk: {
    title: 'Deciding in bulk',
    asks: 'it decides many cells at once',
    hint: 'A decision, or an undoing, of many cells in one go.',
  },
  retire: {
    title: 'Retiring an agreement',
    asks: 'it takes an agreement out of the dataset, or back in',
    hint: 'Taking an agreement out of lists and downloads, or back in. Nothing is ever deleted.',
  },
  own_proposal: {
    title: 'An editor’s own proposals',
    asks: 'it is an editor’s own proposal',
    hint: 'An editor who proposes a change does not decide on it: another editor does.',
  },
  on_behalf: {
    title: 'What an editor entered on behalf of a contributor',
    asks: 'the same editor entered the contribution on behalf of its contributor',
    hint: 'An editor who entered a contribution does not decide on its values alone, and another editor publishes or declines it.',
  },
};

/** Why another editor has to agree: “because” and these words. */
export const rulesInWords = (rules: readonly RuleAction[]) =>
  rules.map((rule) => RULE_WORDS[rule].asks).join(', and because ');
