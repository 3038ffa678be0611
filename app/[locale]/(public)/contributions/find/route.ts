import { localeOf } from '@/app/[locale]/locale';
import { toView } from '@/app/_server/find';
import { pathsIn } from '@/lib/i18n/paths';
import { contributionViewShape } from '@/lib/publishing/contributions/division';

export async function GET(request: Request, { params }: RouteContext<'/[locale]/contributions/find'>) {
  return toView(request, pathsIn(await localeOf(params)).contributions, contributionViewShape);
}
