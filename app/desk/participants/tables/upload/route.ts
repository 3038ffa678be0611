import { tableUpload } from '@/app/server/table-upload';
import { uploadParticipantTable } from '@/lib/review/participants/table-upload';

/** Accepts a table of participants. */
export const POST = tableUpload('/desk/participants/tables', uploadParticipantTable);
