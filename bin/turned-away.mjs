// A form that was sent without a script, to a page that turns its sender away: a session has ended, a private link is lost, or the page was
// an earlier build's. Next redirects such a POST as it is (307), the browser posts the form to a page that knows nothing of it, and what was
// typed is gone. Here it comes back as a page with those words; where there are none, the browser goes on and asks (303).
import fs from 'node:fs';
import { escaped, plainHtml } from '../lib/platform/text/plain-html.mjs';

const read = (name) =>
  JSON.parse(fs.readFileSync(new URL(`../lib/platform/i18n/messages/en/${name}.json`, import.meta.url), 'utf8'));
const [words, common, home] = [read('turnedaway'), read('common'), read('contribute').link.home];

/** Longer forms are files, which whoever sent them still has. */
const MOST = 1024 * 1024;

/** Fields that no person typed: the form's own, and what one button or box says. */
const OWN = /^(\$|(draft|contribution|seen|version|shown|back|waited|altcha|intent|website|revision|base)$)/;
const isMachine = (text) =>
  text === '' ||
  text === 'on' ||
  /^\d+$/.test(text) ||
  /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text) ||
  /^[\w+/=.:-]{20,}$/.test(text);

/**
 * Watches how the form is answered, and answers in Next's place where its sender is turned away.
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
  let taken = null;
  const isTaken = () => {
    if (taken === null) taken = isTurnedAway(response);
    return taken;
  };
  response.writeHead = function watched(status, ...rest) {
    if (response.headersSent) return writeHead.call(this, status, ...rest);
    response.statusCode = status;
    return isTaken() ? response : writeHead.call(this, status, ...rest);
  };
  response.write = function watched(...args) {
    return isTaken() ? true : write.apply(this, args);
  };
  response.end = function watched(...args) {
    if (!isTaken()) return end.apply(this, args);
    if (taken === 'answered') return response;
    taken = 'answered';
    void answer({ request, response, type, body: body() }).then(({ status, html }) => {
      writeHead.call(response, status);
      end.call(response, html);
    });
    return response;
  };
}

/** What arrives is noted on its way to Next, which reads it as if nobody did. */
function noteBody(request) {
  const chunks = [];
  let bytes = 0;
  const { push } = request;
  request.push = function noted(chunk, ...rest) {
    if (chunk && (bytes += chunk.length) <= MOST) chunks.push(chunk);
    return push.call(this, chunk, ...rest);
  };
  return () => (bytes <= MOST ? Buffer.concat(chunks) : Buffer.alloc(0));
}

/** A redirect that repeats the POST; or an action that this build does not have. */
const isTurnedAway = (response) =>
  ((response.statusCode === 307 || response.statusCode === 308) && response.hasHeader('location')) ||
  (response.statusCode === 409 && isUnknownAction(response));
const isUnknownAction = (response) => response.hasHeader('x-nextjs-action-not-found');

async function answer({ request, response, type, body }) {
  const location = response.getHeader('location');
  for (const name of response.getHeaderNames())
    if (/^(content-|location$|refresh$|etag$|transfer-|vary$|x-nextjs)/.test(name)) response.removeHeader(name);
  const fields = await typedIn(body, type);
  const target = typeof location === 'string' ? location : request.url;
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

/** The texts of a form that somebody may have typed, in its order. */
async function typedIn(body, type) {
  try {
    const form = await new Response(body, { headers: { 'Content-Type': type } }).formData();
    const texts = [...form].filter(
      ([name, value]) => typeof value === 'string' && !OWN.test(name) && !isMachine(value.trim()),
    );
    return texts.map(([, value]) => value);
  } catch {
    return []; // cut off, or longer than what is noted
  }
}

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
    siteName: common.siteName,
    title: words.title,
    home: { href: '/en', label: home },
    content,
  });
}
