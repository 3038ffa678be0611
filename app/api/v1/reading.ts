import { withApi } from '@/app/server/api';
import { problem } from '@/app/server/problem';
import { sendPublished } from '@/app/server/published-body';
import type { PublishedBody } from '@/app/server/published-body';
import { addressIn } from '@/app/server/visitor';
import { READING } from '@/lib/platform/rate-limit/constants';
import { countReading } from '@/lib/platform/rate-limit/reading';
import type { ReadingCount } from '@/lib/platform/rate-limit/reading';
import { failure } from '@/lib/platform/errors';
import type { Failure } from '@/lib/platform/errors';
import { READ_ONLY, refusing } from './methods';
import { refuseParameters } from './parameters';

type Handler<Params> = (request: Request, params: Params) => Promise<Response | Failure>;

/** The headers that scripts of other sites may read, besides those that they always may. */
const EXPOSED =
  'Accept-Ranges, Content-Disposition, Content-Range, ETag, Link, RateLimit, RateLimit-Policy, Retry-After';

/**
 * The wrapper of public read routes: open to scripts of other sites, failures included. Every answer says how many more
 * requests are allowed.
 */
export function reading<Params>(handle: Handler<Params>) {
  const answer = withApi<Params>(handle);
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const count = await countReading(addressIn(request.headers));
    const response = count.exceeded
      ? problem({ ...failure('too_many_requests'), retryAfterSeconds: count.seconds })
      : await answer(request, context);
    return openToAll(response, count);
  };
}

function openToAll(response: Response, { points, left, seconds }: ReadingCount): Response {
  response.headers.set('Access-Control-Allow-Origin', '*');
  response.headers.set('Access-Control-Expose-Headers', EXPOSED);
  // The header form of the IETF draft: the policy by its name, and the remaining count.
  response.headers.set('RateLimit-Policy', `"reading";q=${points};w=${READING.seconds}`);
  response.headers.set('RateLimit', `"reading";r=${left};t=${seconds}`);
  return response;
}

/** Allows scripts of other sites to send requests, also with conditions or for a part of a file. */
export function allowReading(): Response {
  const headers = {
    Allow: READ_ONLY,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'If-Modified-Since, If-None-Match, If-Range, Range',
    'Access-Control-Max-Age': '86400',
  };
  return new Response(null, { status: 204, headers });
}

/**
 * The handlers for all other methods of a read-only address: `export const { POST, PUT, PATCH, DELETE } = onlyReading;`
 */
export const onlyReading = refusing(READ_ONLY, { 'Access-Control-Allow-Origin': '*' });

type PublishedJson = Omit<PublishedBody, 'type' | 'make'> & {
  /** Null: there is nothing of this name. */ load: () => Promise<object | null>;
};

/**
 * Sends the result of `load` as JSON, if the route parses all parameters of the request. A page of a list also links to
 * the next one. Fails with `not_found`.
 */
export async function sendJson(request: Request, { load, ...published }: PublishedJson): Promise<Response | Failure> {
  const refused = refuseParameters(request);
  if (refused) return refused;
  const make = async () => {
    const data = await load();
    return (
      data && {
        body: JSON.stringify(data),
        headers: 'next' in data && typeof data.next === 'string' ? nextPage(request, data.next) : {},
      }
    );
  };
  return sendPublished(request, { ...published, type: 'application/json', make });
}

/** The same address, from the end of this page (RFC 8288). */
function nextPage(request: Request, after: string) {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('after', after);
  return { Link: `<${pathname}?${searchParams.toString()}>; rel="next"` };
}

/** A list in the API's form. */
export const wholeList = <Row>(data: Row[]) => ({ data, next: null });

/** One page of a list. The list has one extra row if there are more; `place` gives the `after` value of a row. */
export function pageOf<Row>(rows: Row[], limit: number, place: (row: Row) => string) {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, next: rows.length > limit && last !== undefined ? place(last) : null };
}
