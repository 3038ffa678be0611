import { wordOfVersion } from '@/app/(form)/sharing/paper-download';

/** For those who work on the contribution: what they sent, as it was sent. */
export const GET = wordOfVersion;
