import { localeOf } from '@/app/(site)/frame/locale';
import { toView } from '@/app/server/find';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { agreementsView } from '@/lib/publication/agreement-list/view';

export async function GET(request: Request, { params }: RouteContext<'/[locale]/agreements/find'>) {
  return toView(request, pathsIn(await localeOf(params)).agreements, agreementsView);
}
