import { can } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { BULK_FROM } from '@/lib/review/approvals/rules';
import { ruleInput } from '@/lib/review/approvals/schema';

/**
 * Sets or removes one rule; waiting commands keep waiting. Setting the present value changes nothing. Fails with
 * `forbidden`, `invalid`.
 */
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
  return mutation({ actor }, async ({ tx, audit }) => {
    const before = await tx.reviewRule.findUnique({ where: { action } });
    if ((before?.secondEditor ?? false) === secondEditor && (before?.threshold ?? null) === threshold)
      return { ok: true };
    await tx.reviewRule.upsert({
      where: { action },
      create: { action, secondEditor, threshold },
      update: { secondEditor, threshold },
      select: { action: true },
    });
    await audit({
      action: 'rule.set',
      subject: { kind: 'rule', id: action },
      details: { secondEditor, threshold },
    });
    return { ok: true };
  });
}
