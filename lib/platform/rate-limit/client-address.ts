import { subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

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

/**
 * The range an address belongs to: the first 24 bits of IPv4, the first 48 of IPv6, which is what one network is usually given.
 * `unknown` for anything that is no address.
 */
export function addressRange(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
  if (isIP(mapped) === 4) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIP(mapped) === 6) return `${groupsOf(mapped).slice(0, 3).join(':')}::/48`;
  return 'unknown';
}

/** The eight groups of an IPv6 address without leading zeros, written out where `::` stands for some. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...missing, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
}
