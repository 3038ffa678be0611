import { localeOf } from '@/app/(site)/frame/locale';
import { toView } from '@/app/server/find';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { contributionViewShape } from '@/lib/publication/contributions/facets';

export async function GET(request: Request, { params }: RouteContext<'/[locale]/contributions/find'>) {
  return toView(request, pathsIn(await localeOf(params)).contributions, contributionViewShape);
}
