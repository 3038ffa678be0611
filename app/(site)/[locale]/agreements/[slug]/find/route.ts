import { seeOther } from '@/app/(site)/frame/find-view';
import { localeOf } from '@/app/(site)/frame/locale';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { pointText } from '@/lib/publication/past/snapshot';

/** The form for an earlier time comes here: redirects to the agreement as of that day or release. */
export async function GET(request: Request, { params }: RouteContext<'/[locale]/agreements/[slug]/find'>) {
  const paths = pathsIn(await localeOf(params));
  const { slug } = await params;
  const point = pointText.safeParse(new URL(request.url).searchParams.get('at'));
  const name = encodeURIComponent(slug);
  return seeOther(point.success ? paths.agreementAt(name, point.data) : paths.agreement(name));
}
