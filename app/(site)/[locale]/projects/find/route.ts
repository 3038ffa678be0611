import { localeOf } from '@/app/(site)/frame/locale';
import { toView } from '@/app/server/find';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { projectViewShape } from '@/lib/publication/projects';

export async function GET(request: Request, { params }: RouteContext<'/[locale]/projects/find'>) {
  return toView(request, pathsIn(await localeOf(params)).projects, projectViewShape);
}
