import { toView } from '@/app/server/find';
import { localeOf } from '@/app/(site)/frame/locale';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';

/** Where the form of the matrix sends its reader. */
export const GET = async (request: Request, { params }: { params: Promise<{ locale: string }> }) =>
  toView(request, pathsIn(await localeOf(params)).matrix, matrixShape);
