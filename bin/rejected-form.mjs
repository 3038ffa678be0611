// A form that was sent without a script and is refused: the session has ended, the private link is lost, or the page
// belongs to an earlier build. Next redirects such a POST unchanged (307), the browser posts the form to a page that
// does not know it, and the typed text is lost. Here the answer is a page with that text; if there is no text, the
// browser is redirected with a GET (303).
import fs from 'node:fs';
import { escaped, plainHtml } from '../lib/platform/text/plain-html.mjs';

/** @param {string} name */
const read = (name) =>
  JSON.parse(fs.readFileSync(new URL(`../lib/platform/i18n/messages/en/${name}.json`, import.meta.url), 'utf8'));
const [words, home] = [read('rejectedform'), read('contribute').link.home];
const names = JSON.parse(fs.readFileSync(new URL('../lib/platform/settings/defaults.json', import.meta.url), 'utf8'));

/** Longer forms contain files, which the sender still has. */
const MOST = 1024 * 1024;

/** Fields that were not typed: the form's own, and the values of buttons and boxes. */
const OWN = /^(\$|(draft|contribution|seen|version|shown|back|waited|altcha|intent|website|revision|base)$)/;
/** @param {string} text */
const isMachine = (text) =>
  text === '' ||
  text === 'on' ||
  /^\d+$/.test(text) ||
  /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text) ||
  /^[\w+/=.:-]{20,}$/.test(text);

/**
 * Watches how the form is answered, and answers instead of Next if its sender is refused.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function keepWords(request, response) {
  const type = request.headers['content-type'] ?? '';
  if (
    request.method !== 'POST' ||
    request.headers['next-action'] ||
    !/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(type)
  )
    return;
  const body = noteBody(request);
  const { writeHead, write, end } = response;
  /** @type {boolean | 'answered' | undefined} */
  let taken;
  const isTaken = () => {
    taken ??= isRejectedForm(response);
    return taken;
  };
  response.writeHead = function watched(/** @type {number} */ status, /** @type {unknown[]} */ ...rest) {
    if (response.headersSent) return Reflect.apply(writeHead, response, [status, ...rest]);
    response.statusCode = status;
    return isTaken() ? response : Reflect.apply(writeHead, response, [status, ...rest]);
  };
  response.write = function watched(/** @type {unknown[]} */ ...args) {
    return isTaken() ? true : Reflect.apply(write, response, args);
  };
  response.end = function watched(/** @type {unknown[]} */ ...args) {
    if (!isTaken()) return Reflect.apply(end, response, args);
    if (taken === 'answered') return response;
    taken = 'answered';
    void answer({ request, response, type, body: body() }).then(({ status, html }) => {
      Reflect.apply(writeHead, response, [status]);
      Reflect.apply(end, response, [html]);
    });
    return response;
  };
}

/**
 * Copies the request's data while Next reads it.
 * @param {import('node:http').IncomingMessage} request
 */
function noteBody(request) {
  /** @type {Buffer[]} */
  const chunks = [];
  let bytes = 0;
  const { push } = request;
  request.push = function noted(
    /** @type {Buffer | null} */ chunk,
    /** @type {BufferEncoding | undefined} */ encoding,
  ) {
    if (chunk && (bytes += chunk.length) <= MOST) chunks.push(chunk);
    return push.call(this, chunk, encoding);
  };
  return () => (bytes <= MOST ? Buffer.concat(chunks) : Buffer.alloc(0));
}

/**
 * A redirect that repeats the POST, or an action that this build does not have.
 * @param {import('node:http').ServerResponse} response
 */
const isRejectedForm = (response) =>
  ((response.statusCode === 307 || response.statusCode === 308) && response.hasHeader('location')) ||
  (response.statusCode === 409 && isUnknownAction(response));
/** @param {import('node:http').ServerResponse} response */
const isUnknownAction = (response) => response.hasHeader('x-nextjs-action-not-found');

/** @param {{ request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, type: string, body: Buffer }} options */
async function answer({ request, response, type, body }) {
  const location = response.getHeader('location');
  for (const name of response.getHeaderNames())
    if (/^(content-|location$|refresh$|etag$|transfer-|vary$|x-nextjs)/.test(name)) response.removeHeader(name);
  const fields = await typedIn(body, type);
  const target = typeof location === 'string' ? location : (request.url ?? '/');
  if (fields.length === 0) {
    response.setHeader('location', target);
    return { status: 303, html: undefined };
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('cache-control', 'private, no-store');
  return {
    status: typeof location === 'string' ? 403 : 409,
    html: pageOf(fields, target, typeof location === 'string'),
  };
}

/**
 * The texts of a form that a person may have typed, in its order.
 * @param {Buffer} body
 * @param {string} type
 */
async function typedIn(body, type) {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
    return [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !OWN.test(name) && !isMachine(value.trim()) ? [value] : [],
    );
  } catch {
    return []; // cut off, or longer than the copy
  }
}

/**
 * @param {string[]} texts
 * @param {string} target
 * @param {boolean} redirected
 */
function pageOf(texts, target, redirected) {
  const signIn = redirected && /^(https?:\/\/[^/]+)?\/sign-in(\?|$)/.test(target);
  const why = signIn ? words.signedOut : redirected ? words.noLink : words.earlier;
  const label = signIn ? words.signIn : redirected ? words.onward : words.again;
  const boxes = texts.map((text, at) => {
    const rows = Math.min(20, Math.max(2, text.split('\n').length + Math.floor(text.length / 70)));
    return `<textarea readonly rows="${rows}" dir="auto" aria-label="${escaped(words.wrote)}${texts.length > 1 ? ` (${at + 1})` : ''}">\n${escaped(text)}</textarea>`;
  });
  const content = `<p>${escaped(why)}</p><p><a href="${escaped(target)}">${escaped(label)}</a></p><h2>${escaped(words.wrote)}</h2>${boxes.join('')}`;
  return plainHtml({
    locale: 'en',
    siteName: globalThis.bpfSettings?.siteName ?? names.siteName,
    title: words.title,
    home: { href: '/en', label: home },
    content,
  });
}
