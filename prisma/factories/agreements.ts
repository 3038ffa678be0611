import { db } from '@/lib/platform/db/client';
import { retireAgreement } from '@/lib/review/retirement';
import { acceptChanges } from './decisions';
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
  await acceptChanges({ reference, changes: proposed });
  const { slug } = await db.agreement.findFirstOrThrow({
    where: { proposals: { some: { contribution: { reference } } } },
    select: { slug: true },
  });
  return { slug, name };
}

/** Retires agreements that a test has made; one that the test retired itself stays so. */
export async function retireMade(slugs: readonly string[]): Promise<void> {
  const editor = await makeEditor();
  for (const agreement of slugs) {
    const result = await retireAgreement({ editor, agreement, reason: 'Made for a test.' });
    if (!result.ok && result.reason !== 'already_in_status') throw new Error(`${agreement}: ${result.reason}`);
  }
}
