const EXPOSED = 'Location, Retry-After';

/** Lets scripts of every site read an answer to what they have sent. It depends on no cookie. */
export function openToOrigins(response: Response): Response {
  response.headers.set('Access-Control-Allow-Origin', '*');
  response.headers.set('Access-Control-Expose-Headers', EXPOSED);
  return response;
}

/** Tells a browser, before it sends, that scripts of every site may send JSON with a key of their own. */
export function allowOrigins(method: string): Response {
  const headers = {
    Allow: `${method}, OPTIONS`,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': method,
    'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
    'Access-Control-Max-Age': '86400',
  };
  return new Response(null, { status: 204, headers });
}
