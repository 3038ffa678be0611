import { sendMatrixJson } from '@/app/(site)/[locale]/matrix/files';

export const GET = sendMatrixJson;
