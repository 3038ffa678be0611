import { withApi } from '@/app/_server/api';
import { sendPublished } from '@/app/_server/published-body';
import type { PublishedBody } from '@/app/_server/published-body';
import type { Failure } from '@/lib/errors';

type Handler<Params> = (request: Request, params: Params) => Promise<Response | Failure>;

/** The wrapper of what anybody may read: scripts of other sites included, failures as well as answers. */
export function reading<Params>(handle: Handler<Params>) {
  const answer = withApi<Params>(handle);
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const response = await answer(request, context);
    response.headers.set('Access-Control-Allow-Origin', '*');
    response.headers.set('Access-Control-Expose-Headers', 'ETag');
    return response;
  };
}

/** Tells a browser that a script of another site may ask, with a condition if it likes. */
export function allowReading(): Response {
  const headers = {
    Allow: 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'If-None-Match',
    'Access-Control-Max-Age': '86400',
  };
  return new Response(null, { status: 204, headers });
}

type PublishedJson = Omit<PublishedBody, 'type' | 'make'> & { /** Null: there is nothing of this name. */ load: () => Promise<object | null> };

/** Sends what `load` returns as JSON. Fails with `not_found`. */
export function sendJson(request: Request, { load, ...published }: PublishedJson): Promise<Response | Failure> {
  const make = async () => {
    const data = await load();
    return data && JSON.stringify(data);
  };
  return sendPublished(request, { ...published, type: 'application/json', make });
}

/** A list as every address of the API gives it. */
export const wholeList = <Row>(data: Row[]) => ({ data, next: null });

/** One page of a list of which one row too many was loaded where there is more; `place` names a row in `after`. */
export function pageOf<Row>(rows: Row[], limit: number, place: (row: Row) => string) {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, next: rows.length > limit && last !== undefined ? place(last) : null };
}
