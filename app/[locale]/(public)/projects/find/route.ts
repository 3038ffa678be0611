import { localeOf } from '@/app/[locale]/locale';
import { toView } from '@/app/_server/find';
import { pathsIn } from '@/lib/i18n/paths';
import { projectViewShape } from '@/lib/publishing/projects/division';

export async function GET(request: Request, { params }: RouteContext<'/[locale]/projects/find'>) {
  return toView(request, pathsIn(await localeOf(params)).projects, projectViewShape);
}
