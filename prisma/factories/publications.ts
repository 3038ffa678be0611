import { readAgreementCells } from '@/lib/agreements/cells';
import { decideChanges } from '@/lib/review/decide';
import { publishContribution } from '@/lib/review/publication';
import { makeEditor } from './people';
import { type SubmissionInput, submit } from './submissions';

/**
 * Submits to the call of 2020, accepts what it proposes for one agreement, and publishes it; returns its reference and
 * the agreement's version.
 */
export async function publishAccepted(input: SubmissionInput, agreement: string) {
  const editor = await makeEditor();
  const { reference, changes } = await submit(input);
  const cells = (await readAgreementCells(agreement))?.cells ?? {};
  const decisions = Object.entries(changes).map(([key, change]) => ({
    change,
    outcome: 'accept' as const,
    seen: cells[key]?.version ?? 0,
    resolve: true,
  }));
  const decided = decisions.length > 0 ? await decideChanges({ editor, reference, decisions }) : { ok: true as const };
  const published = decided.ok ? await publishContribution({ editor, reference }) : decided;
  if (!published.ok) throw new Error(`not published: ${JSON.stringify(published)}`);
  return { reference, version: (await readAgreementCells(agreement))?.version ?? 0 };
}
