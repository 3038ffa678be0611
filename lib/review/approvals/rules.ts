import { isNameField } from '@/lib/agreements/facts/registry';
import type { Planned } from '@/lib/review/plan';
import { isSameJson } from '@/lib/platform/json';

/** What an admin can have a second editor for. */
export const RULE_ACTIONS = ['rename', 'bulk', 'retire', 'own_proposal', 'on_behalf'] as const;
export type RuleAction = (typeof RULE_ACTIONS)[number];

/** The desk's rules: which of them are set, and from how many cells on a decision counts as one in bulk. */
export type Rules = Record<Exclude<RuleAction, 'bulk'>, boolean> & { bulk: number | null };

/** What `bulk` begins with where an admin sets it without saying from how many cells on. */
export const BULK_FROM = 20;

/**
 * The rules by which a decision needs a second editor. `own_proposal` is not one of them: it asks for another first
 * editor. `entered`: the deciding editor entered what is decided, on behalf of its contributor.
 */
export function rulesFor(planned: readonly Planned[], rules: Rules, entered: boolean): RuleAction[] {
  const asking: RuleAction[] = [];
  if (rules.on_behalf && entered) asking.push('on_behalf');
  if (rules.rename && planned.some(renames)) asking.push('rename');
  if (rules.bulk !== null && planned.length >= rules.bulk) asking.push('bulk');
  return asking;
}

/** Gives an agreement that is in the dataset already another name. */
function renames({ cells, content, change }: Planned): boolean {
  return (
    isNameField(change.key) &&
    cells.length > 0 &&
    change.agreementId !== null &&
    !isSameJson(content?.value, change.current?.value)
  );
}
