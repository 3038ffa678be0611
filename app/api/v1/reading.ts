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

/** What a script of another site may see of an answer besides its body. */
const EXPOSED = 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After';

/**
 * The wrapper of what anybody may read: scripts of other sites included, failures as well as answers; and every answer says how many
 * more there are to be had.
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
  // As the IETF's draft has them: the policy by its name, and what is left of it.
  response.headers.set('RateLimit-Policy', `"reading";q=${points};w=${READING.seconds}`);
  response.headers.set('RateLimit', `"reading";r=${left};t=${seconds}`);
  return response;
}

/** Tells a browser that a script of another site may ask, with a condition if it likes. */
export function allowReading(): Response {
  const headers = {
    Allow: READ_ONLY,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'If-None-Match',
    'Access-Control-Max-Age': '86400',
  };
  return new Response(null, { status: 204, headers });
}

/** What an address that can only be read says to any other method: `export const { POST, PUT, PATCH, DELETE } = onlyReading;` */
export const onlyReading = refusing(READ_ONLY, { 'Access-Control-Allow-Origin': '*' });

type PublishedJson = Omit<PublishedBody, 'type' | 'make'> & {
  /** Null: there is nothing of this name. */ load: () => Promise<object | null>;
};

/** Sends what `load` returns as JSON, where no parameter of the request was left unread; of one page of a list it also says where the next one is. Fails with `not_found`. */
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

/** The same address, from the place where this page ended (RFC 8288). */
function nextPage(request: Request, after: string) {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('after', after);
  return { Link: `<${pathname}?${searchParams.toString()}>; rel="next"` };
}

/** A list as every address of the API gives it. */
export const wholeList = <Row>(data: Row[]) => ({ data, next: null });

/** One page of a list of which one row too many was loaded where there is more; `place` names a row in `after`. */
export function pageOf<Row>(rows: Row[], limit: number, place: (row: Row) => string) {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, next: rows.length > limit && last !== undefined ? place(last) : null };
}
