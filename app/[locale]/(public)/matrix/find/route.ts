import { toView } from '@/app/_server/find';
import { localeOf } from '@/app/[locale]/locale';
import { pathsIn } from '@/lib/i18n/paths';
import { matrixShape } from '@/lib/publishing/matrix/shape';

/** Where the form of the matrix sends its reader. */
export const GET = async (request: Request, { params }: { params: Promise<{ locale: string }> }) =>
  toView(request, pathsIn(await localeOf(params)).matrix, matrixShape);
