import { toView } from '@/app/server/find';
import { localeOf } from '@/app/(site)/frame/locale';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';

/** The form of the matrix comes here and is redirected to the view. */
export const GET = async (request: Request, { params }: { params: Promise<{ locale: string }> }) =>
  toView(request, pathsIn(await localeOf(params)).matrix, matrixShape);
