import { findView } from '@/app/(site)/frame/find-view';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';

export const GET = findView((paths) => paths.matrix, matrixShape);
