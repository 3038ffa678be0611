import { findView } from '@/app/(site)/frame/find-view';
import { contributionViewShape } from '@/lib/publication/contributions/facets';

export const GET = findView((paths) => paths.contributions, contributionViewShape);
