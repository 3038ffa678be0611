import { can } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/policy';
import { readCellRedactor, wholeCell } from '@/lib/agreements/redacted-cells';
import type { CellRedactor } from '@/lib/agreements/redacted-cells';
import { listRedactions } from '@/lib/contributions/redaction/redactions';
import { withoutPassages } from '@/lib/platform/redaction/passages';
import { readableFor } from '@/lib/review/readable';

/**
 * What this person may read of a contribution's words: an observer reads them as readers do, without contact details
 * and without the passages that editors took out (docs/ROLES.md).
 */
export async function readableWords(contributionId: string, actor: Pick<Actor, 'role'>): Promise<<T>(value: T) => T> {
  const readable = readableFor(actor);
  if (can(actor, 'contribution.redact')) return readable;
  const passages = (await listRedactions(contributionId)).filter(({ lifted }) => lifted === null);
  return (value) => readable(withoutPassages(value, passages));
}

/** The same of cells and of what is proposed for them, of any contribution. */
export const readableCells = (actor: Pick<Actor, 'role'>): Promise<CellRedactor> =>
  can(actor, 'contribution.redact') ? Promise.resolve(wholeCell) : readCellRedactor();
