import { sendMatrix } from '@/app/[locale]/(public)/matrix/send-view';

export const GET = sendMatrix('csv');
