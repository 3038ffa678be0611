import { invalidateLocal } from '@/lib/platform/cache/invalidation';
import { publishInvalidation } from '@/lib/platform/cache/invalidation';
import type { AuditActor } from '@/lib/platform/audit/record';
import { recordAudit } from '@/lib/platform/audit/record';
import { db } from '@/lib/platform/db/client';
import type { Prisma, Tx } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { TAGS } from '@/lib/platform/cache/tags';

/**
 * The contributor says whether e-mail addresses and telephone numbers in the texts are public. Nothing of the texts changes; what is
 * public does at once. Saying so again changes nothing. Reasons: `not_found`.
 */
export async function showContacts({
  contributionId,
  shown,
}: {
  contributionId: string;
  shown: boolean;
}): Promise<Result> {
  const tags: string[] = [];
  const result = await db.$transaction((tx) =>
    change(
      {
        id: contributionId,
        from: { showsContacts: !shown },
        to: { showsContacts: shown },
        action: shown ? 'contribution.contacts_shown' : 'contribution.contacts_hidden',
        actor: { kind: 'contributor' },
        tags,
      },
      tx,
    ),
  );
  if (result.ok) invalidateLocal(tags);
  return result;
}

type Change = {
  id: string;
  from: Prisma.ContributionWhereInput;
  to: Prisma.ContributionUpdateManyMutationInput;
  action: string;
  actor: AuditActor;
  tags: string[];
};

/** Records it where it is not so yet, and names the pages that are out of date. Reasons: `not_found`. */
export async function change({ id, from, to, action, actor, tags }: Change, tx: Tx): Promise<Result> {
  const { count } = await tx.contribution.updateMany({ where: { id, ...from }, data: to });
  const row = await tx.contribution.findUnique({ where: { id }, select: { reference: true } });
  if (!row) return failure('not_found');
  if (count === 0) return { ok: true };
  await recordAudit(tx, { actor, action, subject: { kind: 'contribution', id } });
  if (row.reference !== null) tags.push(TAGS.contributions, TAGS.contribution(row.reference));
  await publishInvalidation(tags, tx);
  return { ok: true };
}
