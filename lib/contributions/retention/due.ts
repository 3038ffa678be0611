import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import { RETENTION_RULES } from '@/lib/platform/settings/settings-schema';
import type { RetentionRule, RetentionRules } from '@/lib/platform/settings/settings-schema';

const DAY_MS = 86_400_000;

type Asked = {
  rule: RetentionRule;
  rules: RetentionRules;
  now: Date;
  /** One contribution, whether it is due. */
  only?: string;
};

/**
 * What a rule removes at the given moment: ids of contributions, or of rows where the rule is about originals, mails or
 * notices. An empty rule removes nothing.
 */
export async function dueIds({ rule, rules, now, only }: Asked, tx: Tx = db): Promise<string[]> {
  if (rules[rule] === '') return [];
  const before = new Date(now.getTime() - Number(rules[rule]) * DAY_MS);
  const rows = await FINDERS[rule](
    before,
    tx,
    only === undefined ? Prisma.empty : Prisma.sql`AND c.id = ${only}::uuid`,
  );
  return rows.map(({ id }) => id);
}

/** How many of each kind would go now under these rules. */
export async function countDue(rules: RetentionRules, now = new Date()): Promise<Record<RetentionRule, number>> {
  const counts = { draftDays: 0, contactDays: 0, originalDays: 0, fileDays: 0, mailDays: 0, noticeDays: 0 };
  for (const rule of RETENTION_RULES) counts[rule] = (await dueIds({ rule, rules, now })).length;
  return counts;
}

export function currentRules(): RetentionRules {
  const { draftDays, contactDays, originalDays, fileDays, mailDays, noticeDays } = siteSettings();
  return { draftDays, contactDays, originalDays, fileDays, mailDays, noticeDays };
}

type Finder = (before: Date, tx: Tx, only: Prisma.Sql) => Promise<{ id: string }[]>;

const FINDERS: Record<RetentionRule, Finder> = {
  // A draft is in use as long as it is typed in, commented on, approved, or given to a colleague. Editors' own proposals are none.
  draftDays: (before, tx, only) => tx.$queryRaw`
    SELECT c.id FROM contributions c WHERE c.status = 'draft' AND c.author_id IS NULL AND c.created_at < ${before} ${only}
      AND NOT EXISTS (SELECT 1 FROM draft_sections d WHERE d.contribution_id = c.id AND d.updated_at >= ${before})
      AND NOT EXISTS (SELECT 1 FROM draft_comments d WHERE d.contribution_id = c.id AND d.created_at >= ${before})
      AND NOT EXISTS (SELECT 1 FROM sign_offs s WHERE s.contribution_id = c.id AND s.at >= ${before})
      AND NOT EXISTS (SELECT 1 FROM access_links l WHERE l.contribution_id = c.id AND l.created_at >= ${before})
    ORDER BY c.created_at`,
  // As long as an editor or the contributor still works on it, they may have to write to each other.
  contactDays: (before, tx, only) => tx.$queryRaw`
    SELECT c.id FROM contributions c JOIN contacts k ON k.contribution_id = c.id
    WHERE k.erased_at IS NULL AND c.status IN ('published', 'unpublished', 'declined', 'kept', 'withdrawn') AND c.status_at < ${before} ${only}
      AND NOT EXISTS (SELECT 1 FROM draft_sections d WHERE d.contribution_id = c.id AND d.updated_at >= ${before})
      AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.contribution_id = c.id AND m.created_at >= ${before})
      AND NOT EXISTS (SELECT 1 FROM proposed_changes p WHERE p.contribution_id = c.id AND (p.status = 'pending' OR p.status_at >= ${before}))
    ORDER BY c.status_at`,
  originalDays: (before, tx) => tx.original.findMany({ where: { receivedAt: { lt: before } }, select: { id: true } }),
  fileDays: (before, tx, only) => tx.$queryRaw`
    SELECT c.id FROM contributions c WHERE c.status IN ('published', 'unpublished', 'declined', 'kept', 'withdrawn') AND c.status_at < ${before} ${only}
      AND EXISTS (SELECT 1 FROM attachments a WHERE a.contribution_id = c.id)
      AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.contribution_id = c.id AND a.created_at >= ${before})
    ORDER BY c.status_at`,
  // One that failed may still be sent.
  mailDays: (before, tx) =>
    tx.mail.findMany({
      where: { status: { in: ['sent', 'discarded'] }, statusAt: { lt: before }, emptiedAt: null },
      select: { id: true },
    }),
  noticeDays: (before, tx) => tx.notice.findMany({ where: { createdAt: { lt: before } }, select: { id: true } }),
};
