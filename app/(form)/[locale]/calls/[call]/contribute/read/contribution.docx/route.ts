import { wordDownload } from '@/app/(form)/sharing/word-download';

/** For colleagues with a link to read or to comment. */
export const GET = wordDownload('reader');
