import { tableUpload } from '@/app/server/table-upload';
import { uploadBulkEntry } from '@/lib/review/bulk/bulk-entry';

/** Accepts a table of cells. */
export const POST = tableUpload('/desk/bulk', uploadBulkEntry);
