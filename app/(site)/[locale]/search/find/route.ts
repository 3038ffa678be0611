import { findView } from '@/app/(site)/frame/find-view';
import { searchViewShape } from '@/lib/publication/search/schema';

export const GET = findView((paths) => paths.search, searchViewShape);
