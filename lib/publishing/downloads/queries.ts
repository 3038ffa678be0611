import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import { listAgreements, listCriterionSets } from '@/lib/publishing/queries';
import type { Dataset } from './edition';

/** The whole dataset as it stands at one moment: a decision that is recorded meanwhile is in all of it or in none. */
export const readDataset = (): Promise<Dataset> =>
  db.$transaction(loadDataset, { isolationLevel: 'RepeatableRead', timeout: 60_000 });

/** The same in its caller's transaction, which has to see one state from its first query to its last. */
export async function loadDataset(tx: Tx): Promise<Dataset> {
  return { agreements: await listAgreements({}, tx), criterionSets: await listCriterionSets(tx) };
}
