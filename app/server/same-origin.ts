/**
 * Whether a posted form comes from one of our own pages. Next checks this for server actions; a route handler that
 * changes data must check it itself. Every browser sends the origin with a post; a request from another program loses
 * nothing. The proxy's host header is present only if the proxy is our own (lib/platform/rate-limit/client-address.ts).
 */
export function isSameOrigin({ headers }: Request): boolean {
  const from = headers.get('origin');
  const hosts = [headers.get('x-forwarded-host'), headers.get('host')];
  return from !== null && URL.canParse(from) && hosts.includes(new URL(from).host);
}
