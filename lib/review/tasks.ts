import type { SuppliedTasks } from '@/lib/jobs/constants';
import { checkBulkEntry } from './bulk/mutations';

/** What the job queue does for the desk. The queue lies below and can't know it: whoever starts a worker hands it over. */
export const supplied: SuppliedTasks = {
  'check-bulk-entry': ({ entryId }) => checkBulkEntry(entryId),
};
