import { createToken } from '@/lib/accounts/api-tokens';
import { db } from '@/lib/platform/db/client';
import type { makeEditor } from './people';

/** A token with which a program acts as that person; it may also decide, unless said otherwise. */
export async function makeToken(
  person: Awaited<ReturnType<typeof makeEditor>>,
  scope: 'read' | 'decide' = 'decide',
): Promise<string> {
  const made = await createToken(person, { name: 'A program', days: 30, scope });
  if (!made.ok) throw new Error(`no token: ${JSON.stringify(made)}`);
  return made.token;
}

/**
 * What a program needs to know to decide: the proposed cells of a contribution by key, each with the version its cell
 * is at.
 */
export async function findCells(reference: string): Promise<Record<string, { id: string; seen: number }>> {
  const changes = await db.proposedChange.findMany({
    where: { contribution: { reference } },
    select: { id: true, key: true, agreementId: true },
  });
  const cells = await db.cell.findMany({
    where: { agreementId: { in: changes.flatMap((change) => change.agreementId ?? []) } },
    select: { agreementId: true, key: true, version: true },
  });
  const version = (agreementId: string | null, key: string) =>
    cells.find((cell) => cell.agreementId === agreementId && cell.key === key)?.version ?? 0;
  return Object.fromEntries(changes.map(({ id, key, agreementId }) => [key, { id, seen: version(agreementId, key) }]));
}
