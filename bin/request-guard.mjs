// Requests that the web server answers itself, because Next would only fail on them.

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * What is wrong with a request, checked before any other code reads it: its status and a sentence, null for most.
 * @param {{ method?: string, url?: string, headers?: import('node:http').IncomingHttpHeaders }} request
 * @returns {{ status: number, headers?: Record<string, string>, sentence: string } | null}
 */
export function rejectionFor({ method = 'GET', url = '/', headers = {} }) {
  if (!METHODS.includes(method))
    return {
      status: 405,
      headers: { Allow: METHODS.join(', ') },
      sentence: `Nothing here answers the method ${method}.`,
    };
  if (!isText(url.replace(/\?.*$/s, '')))
    return { status: 400, sentence: 'There is no such address: what follows a % in it stands for no character.' };
  if (method === 'POST' && isFormOfAnotherSite(url, headers)) return { status: 403, sentence: FOREIGN };
  return null;
}

const FOREIGN =
  'This form was sent from a page of another site, so nothing was done. Please open the page here and send it again. If you run this site: the proxy in front has to hand on the Host that the browser asked for.';

/**
 * Whether a page of another site sent this form. The API accepts what other sites send, because it uses no cookies. A
 * page whose address holds a secret sends the origin `null`: its forms go to the same address.
 * @param {string} url
 * @param {import('node:http').IncomingHttpHeaders} headers
 */
function isFormOfAnotherSite(url, { origin, host, 'x-forwarded-host': forwardedHost }) {
  if (origin === undefined || url.startsWith('/api/')) return false;
  if (origin === 'null') return !/^\/[\w-]+\/(link|confirm)\//.test(url);
  return !URL.canParse(origin) || ![host, forwardedHost].includes(new URL(origin).host);
}

/**
 * Whether every escaped part of an address is UTF-8.
 * @param {string} path
 */
function isText(path) {
  try {
    return decodeURIComponent(path) !== undefined;
  } catch {
    return false;
  }
}
