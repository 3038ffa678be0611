import { sendMatrix } from '@/app/(site)/[locale]/matrix/send-view';

export const GET = sendMatrix('json');
