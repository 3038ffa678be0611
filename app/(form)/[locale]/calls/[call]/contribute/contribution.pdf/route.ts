import { pdfDownload } from '@/app/(form)/sharing/paper-download';

/** For those who work on the contribution, its private details included. */
export const GET = pdfDownload('author');
