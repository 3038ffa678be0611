import { findView } from '@/app/(site)/frame/find-view';
import { agreementsView } from '@/lib/publication/agreement-list/view';

export const GET = findView((paths) => paths.agreements, agreementsView);
