import type { ViewShape } from '@/lib/publication/views/address';
import { viewAddress, viewOfQuery } from '@/lib/publication/views/address';

/** A form that filters a page posts here: redirects to the address of the view. */
export function toView(request: Request, base: string, shape: ViewShape): Response {
  const Location = viewAddress(base, shape, viewOfQuery(new URL(request.url).searchParams, shape));
  return new Response(null, {
    status: 303,
    headers: { Location, 'Cache-Control': 'public, max-age=0, must-revalidate' },
  });
}
