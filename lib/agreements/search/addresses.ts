/**
 * A web address as it is compared: host and path. Scheme, `www`, letter case of the host, a slash at the end, an index page, query
 * and fragment say nothing about which text it leads to. Null for what is no address.
 */
export function sameAddress(link: string): string | null {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(link.trim()) ? link.trim() : `https://${link.trim()}`;
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, protocol } = new URL(address);
  if (!/^https?:$/.test(protocol) || !hostname.includes('.')) return null;
  const path = decoded(pathname)
    .replace(/\/(index|default)\.[a-z]+$/i, '')
    .replace(/\/+$/, '');
  return `${hostname.replace(/^www\./, '')}${path}`;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
