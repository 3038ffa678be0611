import { erase } from '@/lib/contributions/erasure';
import { removeAttachments } from '@/lib/contributions/files/files';
import { withdraw } from '@/lib/contributions/withdrawal';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { loadSettings } from '@/lib/platform/settings/current-settings';
import { RETENTION_RULES } from '@/lib/platform/settings/settings-schema';
import type { RetentionRule, RetentionRules } from '@/lib/platform/settings/settings-schema';
import { currentRules, dueIds } from './due';

/** How many of each kind were removed. Those that a contributor changed at the same moment stay, and are not counted. */
export type Removed = Record<RetentionRule, number>;

/**
 * Removes what was kept long enough, by the rules that an admin has set, and records in the audit log how much of each
 * kind it was; without anything due, nothing is recorded. Each contribution is a transaction of its own, so one that
 * fails does not hold back the others; the first error is thrown at the end, and the next night finds what is left.
 */
export async function applyRetention(now = new Date()): Promise<Removed> {
  await loadSettings(); // a worker beside the servers hears of no change
  const rules = currentRules();
  const removed: Removed = { draftDays: 0, contactDays: 0, originalDays: 0, fileDays: 0, mailDays: 0, noticeDays: 0 };
  const errors: unknown[] = [];
  for (const rule of RETENTION_RULES) {
    for (const ids of inBatches(await dueIds({ rule, rules, now }), BATCHES[rule]))
      try {
        removed[rule] += await REMOVERS[rule](ids, { rules, now });
      } catch (error) {
        errors.push(error);
      }
  }
  if (RETENTION_RULES.some((rule) => removed[rule] > 0)) await record(removed);
  if (errors.length > 0) throw errors[0];
  return removed;
}

const record = (removed: Removed) =>
  mutation({ actor: 'system' }, async ({ audit }) => {
    await audit({ action: 'retention.applied', subject: { kind: 'settings', id: 'retention' }, details: removed });
    return { ok: true };
  });

type Applying = { rules: RetentionRules; now: Date };

/** How many ids go in one transaction: a contribution locks much, a row of a list nothing. */
const BATCHES: Record<RetentionRule, number> = {
  draftDays: 1,
  contactDays: 1,
  originalDays: 50,
  fileDays: 1,
  mailDays: 1_000,
  noticeDays: 1_000,
};

/** Each returns how many it removed. */
const REMOVERS: Record<RetentionRule, (ids: string[], applying: Applying) => Promise<number>> = {
  draftDays: ([id = ''], applying) =>
    oneContribution('draftDays', id, applying, async (context) => {
      const withdrawn = await withdraw({ contributionId: id, now: applying.now, byContributor: false }, context);
      return withdrawn.ok ? erase({ contributionId: id, alsoPublic: true, now: applying.now }, context) : withdrawn;
    }),
  contactDays: ([id = ''], applying) =>
    oneContribution('contactDays', id, applying, (context) =>
      erase({ contributionId: id, alsoPublic: false, now: applying.now }, context),
    ),
  originalDays: async (ids) => (await db.original.deleteMany({ where: { id: { in: ids } } })).count,
  fileDays: ([id = ''], applying) =>
    oneContribution('fileDays', id, applying, async (context) => {
      await removeAttachments(id, context);
      return { ok: true };
    }),
  mailDays: async (ids, { now }) =>
    (
      await db.mail.updateMany({
        where: { id: { in: ids }, status: { in: ['sent', 'discarded'] } },
        data: { payload: {}, lastError: null, emptiedAt: now },
      })
    ).count,
  noticeDays: async (ids) => (await db.notice.deleteMany({ where: { id: { in: ids } } })).count,
};

/** In a transaction that locks the contribution, and looks again whether it is still due. */
async function oneContribution(
  rule: RetentionRule,
  id: string,
  { rules, now }: Applying,
  remove: (context: MutationContext) => Promise<Result>,
): Promise<number> {
  const result = await mutation({ actor: 'system' }, async (context) => {
    await context.tx.$queryRaw`SELECT 1 FROM contributions WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    if ((await dueIds({ rule, rules, now, only: id }, context.tx)).length === 0) return { ok: true, removed: 0 };
    const done = await remove(context);
    return done.ok ? { ok: true, removed: 1 } : done;
  });
  return result.ok && 'removed' in result ? result.removed : 0;
}

const inBatches = (ids: string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, at) => ids.slice(at * size, (at + 1) * size));
