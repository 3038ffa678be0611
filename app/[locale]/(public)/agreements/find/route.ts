import { localeOf } from '@/app/[locale]/locale';
import { toView } from '@/app/_server/find';
import { pathsIn } from '@/lib/i18n/paths';
import { agreementsView } from '@/lib/publishing/facets/view';

export async function GET(request: Request, { params }: RouteContext<'/[locale]/agreements/find'>) {
  return toView(request, pathsIn(await localeOf(params)).agreements, agreementsView);
}
