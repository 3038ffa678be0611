import { subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The address of a request's sender, for the limits: behind `proxies` proxies of our own the address that the outermost
 * of them saw; without a proxy the other end of the connection. What the request claims about itself does not count.
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

/**
 * What the outermost of our own proxies wrote. Earlier entries came with the request; without a proxy of ours all
 * entries did.
 */
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

/** The headers by which Next, next-auth and our code learn the requested address. */
const FORWARDED = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'] as const;

/** The request's headers. Without a proxy of ours the headers that only such a proxy may set are removed. */
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

/** Applies that to every request before any code reads it. A server process calls it once. */
export function configureTrustedProxies(proxies: number): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }; // as Node documents this channel
    believable(request.headers, request.socket.remoteAddress, proxies);
  });
}

/**
 * The range an address belongs to: the first 24 bits of IPv4, the first 48 of IPv6, which is what one network is
 * usually given. `unknown` for anything that is no address.
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

/** The eight groups of an IPv6 address without leading zeros, with `::` written out. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...missing, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
}
