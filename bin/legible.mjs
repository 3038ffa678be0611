// What the web server answers by itself: requests that Next could only fail over.

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * What is wrong with a request before anybody reads it: its status and a sentence, null for most.
 * @param {{ method?: string, url?: string }} request
 * @returns {{ status: number, headers?: Record<string, string>, sentence: string } | null}
 */
export function faultOf({ method = 'GET', url = '/' }) {
  if (!METHODS.includes(method)) return { status: 405, headers: { Allow: METHODS.join(', ') }, sentence: `Nothing here answers the method ${method}.` };
  if (!isText(url.split('?', 1)[0])) return { status: 400, sentence: 'There is no such address: what follows a % in it stands for no character.' };
  return null;
}

/** Whether everything that an address escapes is UTF-8. */
function isText(path) {
  try {
    return decodeURIComponent(path) !== undefined;
  } catch {
    return false;
  }
}
