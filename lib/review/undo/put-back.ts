import { copyRedactions } from '@/lib/contributions/redaction/carry';
import { DECIDABLE } from '@/lib/contributions/state';
import { dropEmptiedDrafts } from '@/lib/notifications/mail-commands';
import { TAGS } from '@/lib/platform/cache/tags';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { MutationContext } from '@/lib/platform/mutation';

/**
 * Puts decided changes back for decision, each as a copy of the next round. What editors took out of a change is taken
 * out of its copy. Changes that are already pending again, here or in a later revision of the contribution, are left
 * out, and so are contributions that can't be decided any more. A draft of a mail that told of nothing but them is
 * cancelled. Returns how many were put back.
 */
export async function putBack(changeIds: string[], now: Date, context: MutationContext): Promise<number> {
  const { tx, audit, invalidate } = context;
  const rows = await tx.$queryRaw<{ id: string; contributionId: string }[]>(Prisma.sql`
    INSERT INTO proposed_changes (id, proposal_id, contribution_id, agreement_id, key, criterion_key, round, base, base_version, value, note, source, as_of, status_at)
    SELECT gen_random_uuid(), x.proposal_id, x.contribution_id, x.agreement_id, x.key, x.criterion_key, x.round + 1, x.base, x.base_version, x.value, x.note, x.source, x.as_of, ${now}
    FROM proposed_changes x JOIN contributions c ON c.id = x.contribution_id
    WHERE x.id = ANY(${changeIds}::uuid[]) AND x.status IN ('accepted', 'amended', 'rejected', 'superseded')
      AND c.status = ANY(${DECIDABLE}::contribution_status[])
      AND NOT EXISTS (
        SELECT 1 FROM proposed_changes y JOIN proposals p ON p.id = y.proposal_id JOIN contribution_revisions r ON r.id = p.revision_id
        WHERE y.contribution_id = x.contribution_id AND y.key = x.key AND y.agreement_id IS NOT DISTINCT FROM x.agreement_id AND y.id <> x.id
          AND (y.status = 'pending' OR (y.proposal_id = x.proposal_id AND y.round > x.round))
          AND (y.agreement_id IS NOT NULL OR y.proposal_id = x.proposal_id))
    ON CONFLICT (proposal_id, key, round) DO NOTHING RETURNING id, contribution_id AS "contributionId"`);
  const ids = [...new Set(rows.map((row) => row.contributionId))].sort();
  for (const id of ids) {
    const copies = rows.filter((row) => row.contributionId === id);
    await copyRedactions({ contributionId: id, changeIds: copies.map((row) => row.id), now }, tx);
    const details = { changes: copies.length };
    await audit({ action: 'changes.put_back', subject: { kind: 'contribution', id }, details });
  }
  await dropEmptiedDrafts(context, ids);
  invalidate(...(await tagsOf(ids, tx)));
  return rows.length;
}

/** The pages of contributions whose cells are open again. */
async function tagsOf(contributionIds: string[], tx: Tx): Promise<string[]> {
  const rows = await tx.contribution.findMany({ where: { id: { in: contributionIds } }, select: { reference: true } });
  const pages = rows.flatMap(({ reference }) => (reference === null ? [] : [TAGS.contribution(reference)]));
  return rows.length > 0 ? [TAGS.contributions, ...pages] : [];
}
