// Whole answers of the web server, as a shared cache in front of it would keep them, but inside: what is public is sent again without
// asking Next, which takes some milliseconds of processor time for any request. Only for as long as the answer itself allows shared
// caches to keep it (s-maxage), and not beyond the next change: whenever any tag expires in this process, everything here goes.
// Plain JavaScript, because bin/serve.mjs runs outside the bundle.

const MOST_BYTES = (Number(process.env.PAGE_CACHE_MB ?? 128) / 2) * 1024 * 1024;
const LARGEST = 8 * 1024 * 1024;
const IMMUTABLE_MS = 3_600_000;

/** Headers of one connection or one reader; the rest of an answer is the same for all. */
const NOT_KEPT = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'date',
  'ratelimit',
  'ratelimit-policy',
  'x-nextjs-cache',
];

/** Counts the changes that readers of this process have been told of (lib/platform/cache/cache-handler.mjs). */
const epochNow = () => globalThis.bpfPageCache?.epoch;

export class AnswerMemory {
  entries = new Map();
  bytes = 0;
  epoch = undefined;

  /**
   * Answers from memory, or watches how the request is answered.
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @returns {boolean} whether the request has been answered
   */
  answers(request, response) {
    const key = keyOf(request);
    const epoch = epochNow();
    if (key === null || epoch === undefined) return false;
    if (epoch !== this.epoch) this.forget(epoch);
    const entry = this.entries.get(key);
    if (entry && entry.until > Date.now() && send(entry, request, response)) return true;
    if (request.method === 'GET') this.watch(key, response);
    return false;
  }

  forget(epoch) {
    this.entries.clear();
    this.bytes = 0;
    this.epoch = epoch;
  }

  /** Keeps what is sent from now on, if it turns out to be public, complete and still true at its end. */
  watch(key, response) {
    const [epoch, began] = [epochNow(), Date.now()];
    const chunks = [];
    let size = 0;
    const note = (chunk, encoding) => {
      if (chunk === null || chunk === undefined || typeof chunk === 'function' || size > LARGEST) return;
      const bytes =
        typeof chunk === 'string'
          ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8')
          : Buffer.from(chunk);
      size += bytes.byteLength;
      chunks.push(bytes);
    };
    for (const name of ['write', 'end']) {
      const original = response[name];
      response[name] = function watched(...args) {
        note(args[0], args[1]);
        return original.apply(this, args);
      };
    }
    response.once('finish', () => {
      const lifetime = lifetimeOf(response);
      if (lifetime === 0 || !isCodedAs(key, response) || size > LARGEST || epoch !== epochNow() || epoch !== this.epoch)
        return;
      this.keep(key, { ...kept(response, chunks), until: began + lifetime });
    });
  }

  keep(key, entry) {
    this.bytes -= this.entries.get(key)?.body?.byteLength ?? 0;
    this.entries.delete(key);
    this.entries.set(key, entry);
    this.bytes += entry.body?.byteLength ?? 0;
    for (const [oldest, { body }] of this.entries) {
      if (this.bytes <= MOST_BYTES && this.entries.size <= 20_000) break;
      this.entries.delete(oldest);
      this.bytes -= body?.byteLength ?? 0;
    }
  }
}

/** What tells public answers apart; null for requests whose answer may depend on more than the address. */
function keyOf({ method, url = '', headers }) {
  if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith('/') || url.startsWith('//') || url.length > 2_000)
    return null;
  if (
    headers.authorization ||
    headers.range ||
    headers.rsc ||
    headers['next-action'] ||
    headers['next-router-prefetch'] ||
    headers['if-modified-since']
  )
    return null;
  const accepted = headers['accept-encoding'] ?? '';
  // Whoever weighs the codings against each other may want none of those that are kept.
  if (/\bq=0(\.0*)?\s*(,|$)/i.test(accepted)) return null;
  if (/\bgzip\b/i.test(accepted)) return `gzip ${url}`;
  return /^(identity)?$/i.test(accepted) ? `plain ${url}` : null;
}

/** Next chooses the coding: what came in one that another reader of the same key may not know is not kept. */
function isCodedAs(key, response) {
  const coding = response.getHeader('content-encoding') ?? 'identity';
  return coding === 'identity' || (coding === 'gzip' && key.startsWith('gzip '));
}

/** For how many milliseconds a shared cache may keep the answer; 0: not at all. */
function lifetimeOf(response) {
  const policy = String(response.getHeader('cache-control') ?? '');
  if (![200, 304].includes(response.statusCode) || !/\bpublic\b/.test(policy) || response.hasHeader('set-cookie'))
    return 0;
  if (/\bimmutable\b/.test(policy)) return IMMUTABLE_MS;
  return Number(/\bs-maxage=(\d+)/.exec(policy)?.[1] ?? 0) * 1_000;
}

/** Of a 304 only what it confirmed: it answers whoever has the same. */
function kept(response, chunks) {
  const headers = Object.entries(response.getHeaders()).filter(([name]) => !NOT_KEPT.includes(name));
  return {
    headers,
    etag: response.getHeader('etag'),
    body: response.statusCode === 304 ? null : Buffer.concat(chunks),
  };
}

function send({ headers, etag, body }, request, response) {
  const known = typeof etag === 'string' && isKnown(request.headers['if-none-match'], etag);
  if (!known && body === null) return false;
  for (const [name, value] of headers)
    if (!known || !/^content-(length|type|encoding)$/.test(name)) response.setHeader(name, value);
  if (known) {
    response.writeHead(304).end();
  } else {
    response.setHeader('content-length', body.byteLength);
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
  }
  return true;
}

/** Weak comparison, as a GET asks for. */
function isKnown(ifNoneMatch, etag) {
  if (ifNoneMatch === undefined) return false;
  const bare = (tag) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => bare(tag) === bare(etag));
}
