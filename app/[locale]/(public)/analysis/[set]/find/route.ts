import { localeOf } from '@/app/[locale]/locale';
import { toView } from '@/app/_server/find';
import { pathsIn } from '@/lib/i18n/paths';
import { ANALYSIS_VIEW } from '@/lib/publishing/analysis/selection';

export async function GET(request: Request, { params }: RouteContext<'/[locale]/analysis/[set]/find'>) {
  const [locale, { set }] = await Promise.all([localeOf(params), params]);
  return toView(request, pathsIn(locale).analysisOf(encodeURIComponent(set)), ANALYSIS_VIEW);
}
