// The content of every public page and file that can be reached from the home page: two servers with equal databases
// have the same.
import crypto from 'node:crypto';

const endpoints = [
  '/en',
  '/sitemap.xml',
  '/.well-known/security.txt',
  '/api/v1/agreements',
  '/api/v1/criteria',
  '/api/v1/calls',
  '/api/v1/contributions',
  '/api/v1/projects',
  '/api/v1/releases',
  '/api/v1/changes',
  '/api/v1/search?q=norms',
];
const files = ['agreements.json', 'agreements.csv', 'cells.csv', 'values.csv', 'criteria.csv', 'datapackage.json'].map(
  (name) => `/data/latest/${name}`,
);
/** Pages that are not public, one of the endless views of the same content, or nothing without words to search for. */
const left =
  /^\/(desk|sign-in|api\/(auth|health|v1\/search)|_next)|\/(contribute|correct|link|confirm|held|view|find|at|social)(\/|$)|\.(xlsx|docx)$/;
const most = 3_000;

/**
 * @param {string} origin
 * @param {{ address?: string, follow?: (path: string) => boolean }} [options] address: what the pages call the site, where it is not
 *   `origin`; follow: which of the addresses found are read
 * @returns {Promise<Pages>} by path
 * @typedef {Map<string, { status: number, sha256: string }>} Pages
 */
export async function crawl(origin, { address = origin, follow = () => true } = {}) {
  const seen = new Map();
  const waiting = [...endpoints, ...files];
  const known = new Set(waiting);
  const walk = async () => {
    for (let path = waiting.shift(); path !== undefined && seen.size < most; path = waiting.shift()) {
      const response = await fetch(origin + path, { redirect: 'manual' });
      const text = await response.text();
      seen.set(path, {
        status: response.status,
        sha256: crypto.createHash('sha256').update(saidIn(text)).digest('hex'),
      });
      for (const found of linksIn(text, address)) {
        if (known.has(found) || left.test(found)) continue;
        known.add(found);
        if (follow(found)) waiting.push(found);
      }
    }
  };
  // The entry pages first: they fill the list for the others.
  for (let turn = 0; turn < 2; turn += 1) await Promise.all([walk(), walk(), walk()]);
  return new Map([...seen].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * The body and the data of a page: what its scripts repeat, and the order of its head, differ at each rendering.
 * @param {string} text
 */
function saidIn(text) {
  if (!/^<!doctype html/i.test(text)) return text;
  return text.slice(text.indexOf('<body')).replace(/<script(?![^>]*application\/ld\+json)[^>]*>.*?<\/script>/gs, '');
}

/**
 * @param {string} text
 * @param {string} address
 */
function linksIn(text, address) {
  const links = [...text.matchAll(/ href="([^"#?]+)|<loc>([^<]+)</g)].map(([, href, loc]) =>
    (href ?? loc ?? '').replaceAll('&amp;', '&'),
  );
  return links
    .map((link) => (link.startsWith(address) ? link.slice(address.length) || '/' : link))
    .filter((link) => link.startsWith('/') && !link.startsWith('//'));
}

/**
 * The differences between two crawls, one sentence each.
 * @param {Pages} one
 * @param {Pages} other
 */
export function unlike(one, other) {
  const paths = [...new Set([...one.keys(), ...other.keys()])];
  return paths
    .filter(
      (path) => one.get(path)?.sha256 !== other.get(path)?.sha256 || one.get(path)?.status !== other.get(path)?.status,
    )
    .map((path) => `${path} is not the same.`);
}
