import type { ViewShape } from '@/lib/publication/views/address';
import { viewAddress, viewOfQuery } from '@/lib/publication/views/address';

/** Where a form that narrows a page sends its reader: to the address of the view it asks for. */
export function toView(request: Request, base: string, shape: ViewShape): Response {
  const Location = viewAddress(base, shape, viewOfQuery(new URL(request.url).searchParams, shape));
  return new Response(null, {
    status: 303,
    headers: { Location, 'Cache-Control': 'public, max-age=0, must-revalidate' },
  });
}
