import { seeOther } from '@/app/(site)/frame/find-view';
import { localeOf } from '@/app/(site)/frame/locale';
import { agreements } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { compareShape, viewOfNames } from '@/lib/publication/comparison/filter-schema';
import { viewAddress } from '@/lib/publication/views/address';

/** The picker's form comes here. A typed name is looked up; the next page reports an unknown one. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const base = pathsIn(await localeOf(params)).compare;
  const asked = new URL(request.url).searchParams;
  const view = viewOfNames(asked.getAll('agreements').slice(0, 30), await agreements(), asked.get('at') ?? undefined);
  return seeOther(viewAddress(base, compareShape, view));
}
