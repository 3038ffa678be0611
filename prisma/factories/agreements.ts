import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from './people';
import { submit } from './submissions';

/**
 * An agreement of the test's own, in the dataset with its name and the given `facts`, so that no other test's proposals
 * conflict with its own. Returns its slug and its name.
 */
export async function makeAgreement(facts: Record<string, unknown> = {}): Promise<{ slug: string; name: string }> {
  const name = `Accord ${Math.random().toString(36).slice(2, 10)}`;
  const changes = Object.entries({ name, ...facts }).map(([cell, value]) => ({ cell, value }));
  const { reference, changes: proposed } = await submit({
    proposals: [{ kind: 'new', changes: changes as never }], // as the test means them
    consent: true,
  });
  const decisions = Object.values(proposed).map((change) => ({
    change,
    outcome: 'accept' as const,
    seen: 0,
    resolve: true,
  }));
  const decided = await decideChanges({ editor: await makeEditor(), reference, decisions });
  if (!decided.ok) throw new Error(`not decided: ${JSON.stringify(decided)}`);
  const { slug } = await db.agreement.findFirstOrThrow({
    where: { proposals: { some: { contribution: { reference } } } },
    select: { slug: true },
  });
  return { slug, name };
}
