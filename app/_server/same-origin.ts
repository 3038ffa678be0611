/**
 * Whether a posted form comes from one of our own pages. Next asks this for server actions; a route handler that changes
 * something has to ask by itself. Every browser names the origin when it posts; where something else posts, nothing is lost.
 */
export function isSameOrigin({ headers }: Request): boolean {
  const from = headers.get('origin');
  const host = headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host');
  return from !== null && URL.canParse(from) && new URL(from).host === host;
}
