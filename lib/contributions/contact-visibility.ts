import type { Prisma } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { TAGS } from '@/lib/platform/cache/tags';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

/**
 * The contributor chooses whether e-mail addresses and telephone numbers in the texts are public. The texts stay as
 * they are; the public pages change at once. Choosing the same again changes nothing. Reasons: `not_found`.
 */
export function showContacts({ contributionId, shown }: { contributionId: string; shown: boolean }): Promise<Result> {
  return mutation({ actor: 'contributor' }, (context) =>
    change(
      {
        id: contributionId,
        from: { showsContacts: !shown },
        to: { showsContacts: shown },
        action: shown ? 'contribution.contacts_shown' : 'contribution.contacts_hidden',
      },
      context,
    ),
  );
}

type Change = {
  id: string;
  from: Prisma.ContributionWhereInput;
  to: Prisma.ContributionUpdateManyMutationInput;
  action: string;
};

/** Records it where it is not so yet, and names the pages that are out of date. Reasons: `not_found`. */
export async function change(
  { id, from, to, action }: Change,
  { tx, audit, invalidate }: MutationContext,
): Promise<Result> {
  const { count } = await tx.contribution.updateMany({ where: { id, ...from }, data: to });
  const row = await tx.contribution.findUnique({ where: { id }, select: { reference: true } });
  if (!row) return failure('not_found');
  if (count === 0) return { ok: true };
  await audit({ action, subject: { kind: 'contribution', id } });
  if (row.reference !== null) invalidate(TAGS.contributions, TAGS.contribution(row.reference));
  return { ok: true };
}
