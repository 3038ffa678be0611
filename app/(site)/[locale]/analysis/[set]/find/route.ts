import { localeOf } from '@/app/(site)/frame/locale';
import { toView } from '@/app/server/find';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { ANALYSIS_VIEW } from '@/lib/publication/analysis/selection';

export async function GET(request: Request, { params }: RouteContext<'/[locale]/analysis/[set]/find'>) {
  const [locale, { set }] = await Promise.all([localeOf(params), params]);
  return toView(request, pathsIn(locale).analysisOf(encodeURIComponent(set)), ANALYSIS_VIEW);
}
