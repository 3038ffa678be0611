import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from './people';
import { proposing, submit } from './submissions';

/** Has a value of one cell proposed and accepted. */
export async function decideChangesAs(slug: string, key: string, value: string): Promise<void> {
  const { reference, changes } = await submit(proposing(slug, [{ cell: key, value }]));
  const cell = await db.cell.findFirst({ where: { agreement: { slug }, key }, select: { version: true } });
  const decision = { change: changes[key] ?? '', outcome: 'accept' as const, seen: cell?.version ?? 0, resolve: true };
  const result = await decideChanges({ editor: await makeEditor(), reference, decisions: [decision] });
  if (!result.ok) throw new Error(`not decided: ${JSON.stringify(result)}`);
}
