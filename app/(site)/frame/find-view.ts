import { localeOf } from '@/app/(site)/frame/locale';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { viewAddress, viewOfQuery } from '@/lib/publication/views/address';
import type { ViewShape } from '@/lib/publication/views/address';

type Paths = ReturnType<typeof pathsIn>;

/** The route of a form that filters a page: redirects to the address of the view. */
export const findView =
  <Params extends { locale: string }>(base: (paths: Paths, params: Params) => string, shape: ViewShape) =>
  async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const [locale, params] = await Promise.all([localeOf(context.params), context.params]);
    const view = viewOfQuery(new URL(request.url).searchParams, shape);
    return seeOther(viewAddress(base(pathsIn(locale), params), shape, view));
  };

/** Redirects a posted form to the page that it asks for. */
export const seeOther = (Location: string) =>
  new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'public, max-age=0, must-revalidate' } });
