import type { Tx } from '@/lib/platform/db/client';

/** Whether an editor entered one of these contributions on behalf of its contributor. */
export async function hasEntered(userId: string, contributionIds: readonly string[], tx: Tx): Promise<boolean> {
  const where = { enteredById: userId, contributionId: { in: [...contributionIds] } };
  return (await tx.entryOnBehalf.count({ where })) > 0;
}
