import type { Actor } from '@/lib/accounts/policy';
import { can } from '@/lib/accounts/policy';
import { isNameField } from '@/lib/agreements/facts/registry';
import { recordAudit } from '@/lib/platform/audit/record';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { sameValues } from '@/lib/review/merge';
import type { Planned } from '@/lib/review/plan';
import { ruleInput } from './schema';

/** Sets or lifts one rule; what waits already goes on waiting. Setting it as it is changes nothing. Fails with `forbidden`, `invalid`. */
export async function setRule(actor: Pick<Actor, 'userId' | 'role'>, input: unknown): Promise<Result> {
  if (!can(actor, 'rule.manage')) return failure('forbidden');
  const parsed = ruleInput.safeParse(input);
  if (!parsed.success)
    return failure(
      'invalid',
      parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: message })),
    );
  const { action, secondEditor } = parsed.data;
  const threshold = action === 'bulk' ? (parsed.data.threshold ?? BULK_FROM) : null;
  return db.$transaction(async (tx) => {
    const before = await tx.reviewRule.findUnique({ where: { action } });
    if ((before?.secondEditor ?? false) === secondEditor && (before?.threshold ?? null) === threshold)
      return { ok: true };
    await tx.reviewRule.upsert({
      where: { action },
      create: { action, secondEditor, threshold },
      update: { secondEditor, threshold },
      select: { action: true },
    });
    await recordAudit(tx, {
      actor: { kind: 'editor', userId: actor.userId },
      action: 'rule.set',
      subject: { kind: 'rule', id: action },
      details: { secondEditor, threshold },
    });
    return { ok: true };
  });
}

/** What an admin can have a second editor for. */
export const RULE_ACTIONS = ['rename', 'bulk', 'retire', 'own_proposal'] as const;
export type RuleAction = (typeof RULE_ACTIONS)[number];

/** The desk's rules: which of them are set, and from how many cells on a decision counts as one in bulk. */
export type Rules = Record<Exclude<RuleAction, 'bulk'>, boolean> & { bulk: number | null };

/** What `bulk` begins with where an admin sets it without saying from how many cells on. */
export const BULK_FROM = 20;

/** The rules by which a decision needs a second editor. `own_proposal` is not among them: there the first has to be somebody else. */
export function rulesFor(planned: readonly Planned[], rules: Rules): RuleAction[] {
  const asking: RuleAction[] = [];
  if (rules.rename && planned.some(renames)) asking.push('rename');
  if (rules.bulk !== null && planned.length >= rules.bulk) asking.push('bulk');
  return asking;
}

/** Gives an agreement that is in the dataset already another name. */
function renames({ writes, content, change }: Planned): boolean {
  return (
    isNameField(change.key) &&
    writes &&
    change.agreementId !== null &&
    !sameValues(content?.value, change.current?.value)
  );
}
