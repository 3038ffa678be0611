import { sendMatrixCsv } from '@/app/(site)/[locale]/matrix/files';

export const GET = sendMatrixCsv;
