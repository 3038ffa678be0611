/**
 * Whether a posted form comes from one of our own pages. Next asks this for server actions; a route handler that changes
 * something has to ask by itself. Every browser names the origin when it posts; where something else posts, nothing is lost. What a
 * proxy says of the host is there only where the proxy is our own (lib/platform/rate-limit/client-address.ts).
 */
export function isSameOrigin({ headers }: Request): boolean {
  const from = headers.get('origin');
  const hosts = [headers.get('x-forwarded-host'), headers.get('host')];
  return from !== null && URL.canParse(from) && hosts.includes(new URL(from).host);
}
