import { subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/**
 * Whose request it is, for the limits: behind `proxies` proxies of our own the address that the outermost of them saw; without
 * one the other end of the connection, whatever the request says of itself.
 */
export function clientAddress({
  forwarded,
  remote,
  proxies,
}: {
  forwarded: string | undefined;
  remote: string | undefined;
  proxies: number;
}): string {
  return forwardedValue(forwarded, proxies) ?? remote ?? 'unknown';
}

/** What the outermost of our own proxies wrote; what stands before it came with the request, and without a proxy of ours all of it did. */
function forwardedValue(header: string | string[] | undefined, proxies: number): string | undefined {
  const named =
    proxies === 0
      ? []
      : [header]
          .flat()
          .join(',')
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean);
  return named.at(-proxies) ?? named[0];
}

/** What Next, next-auth and we ourselves believe of the address that was asked for. */
const FORWARDED = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'] as const;

/** The request's headers with nothing in them that only a proxy of ours may say, where there is none. */
export function believable(
  headers: IncomingHttpHeaders,
  remote: string | undefined,
  proxies: number,
): IncomingHttpHeaders {
  const forwarded = [headers['x-forwarded-for']].flat().join(',');
  headers['x-forwarded-for'] = clientAddress({ forwarded, remote, proxies });
  for (const name of FORWARDED) {
    const value = forwardedValue(headers[name], proxies);
    if (value === undefined) delete headers[name];
    else headers[name] = value;
  }
  return headers;
}

/** Does that to every request before anything reads it. Called once by a server process. */
export function believeOnlyOwnProxies(proxies: number): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }; // as Node documents this channel
    believable(request.headers, request.socket.remoteAddress, proxies);
  });
}
