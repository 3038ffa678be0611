import type { Tx } from '@/lib/platform/db/client';
import { failure } from '@/lib/platform/errors';
import { SecondBarred } from '@/lib/review/interests/conflict-of-interest';

/** Whether an editor entered one of these contributions on behalf of its contributor, or did before another took it over. */
export async function hasEntered(userId: string, contributionIds: readonly string[], tx: Tx): Promise<boolean> {
  const contributionId = { in: [...contributionIds] };
  if ((await tx.entryEditor.count({ where: { userId, contributionId } })) > 0) return true;
  // A server of the version before writes only this one, while both run.
  return (await tx.entryOnBehalf.count({ where: { enteredById: userId, contributionId } })) > 0;
}

type Deciders = { editor: { userId: string }; /** Who agrees to the command. */ second: { userId: string } | null };

/**
 * Whether the editor who decides entered any of these contributions. Throws DomainError if the second editor did too:
 * two who entered it, one after the other, are not two who look at it.
 */
export async function isEnteredBy(
  contributionIds: readonly string[],
  { editor, second }: Deciders,
  tx: Tx,
): Promise<boolean> {
  const entered = await hasEntered(editor.userId, contributionIds, tx);
  if (entered && second && (await hasEntered(second.userId, contributionIds, tx)))
    throw new SecondBarred(failure('entered_yourself'));
  return entered;
}
