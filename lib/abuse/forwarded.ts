import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Whose request it is, for the limits: behind `proxies` proxies of our own the address that the outermost of them saw; without
 * one the other end of the connection, whatever the request says of itself.
 */
export function clientAddress({ forwarded, remote, proxies }: { forwarded: string | undefined; remote: string | undefined; proxies: number }): string {
  const named = proxies === 0 ? [] : (forwarded ?? '').split(',').map((part) => part.trim()).filter(Boolean);
  return named.at(-proxies) ?? named[0] ?? remote ?? 'unknown';
}

/** Puts that address into `x-forwarded-for` of every request before anything reads it. Called once by a server process. */
export function believeOnlyOwnProxies(proxies: number): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }; // as Node documents this channel
    const forwarded = [request.headers['x-forwarded-for']].flat().join(',');
    request.headers['x-forwarded-for'] = clientAddress({ forwarded, remote: request.socket.remoteAddress, proxies });
  });
}
