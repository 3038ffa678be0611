import { pdfDownload } from '@/app/(form)/sharing/paper-download';

/** For colleagues with a link to read or to comment. */
export const GET = pdfDownload('reader');
