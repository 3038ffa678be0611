import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { bytesOf } from './bytes';
import { matchesEntityTag } from './etag';

/** A public file of a release may be that large. */
const MAX_BODY = 8 * 1024 * 1024;
const IMMUTABLE_MS = 3_600_000;
const PURGE_MS = 2_000;

/** Headers of one connection or one reader; the rest of an answer is the same for all. */
const HEADERS_OF_ONE_READER = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'date',
  'ratelimit',
  'ratelimit-policy',
  'x-nextjs-cache',
];

type Answer = {
  headers: [string, OutgoingHttpHeader][];
  etag: string | undefined;
  /** Null if only a 304 was sent so far: it then answers readers who send the same entity tag. */
  body: Buffer | null;
};

/**
 * Caches whole answers inside the process, as a shared cache in front of the server would: repeating one does not
 * involve Next, which needs some milliseconds of processor time for any request. An answer is kept as long as it allows
 * shared caches (s-maxage), and at most until the next change of anything public in this process (page-cache.ts has the
 * table of all caches).
 */
export class ResponseCache {
  readonly #answers: LRUCache<string, Answer>;
  #generation: number | undefined;
  #purgedAt = 0;

  constructor(maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (answer, key) => bytesOf([key, answer]),
      ttlResolution: 0, // asks the clock each time, instead of setting a timer
    });
  }

  /**
   * Answers a request from memory, or watches how it is answered.
   * @returns whether the request has been answered
   */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const key = cacheKey(request);
    const generation = globalThis.bpfPageCache?.generation;
    if (key === null || generation === undefined) return false;
    if (generation !== this.#generation) {
      this.#answers.clear();
      this.#generation = generation;
    }
    this.#forgetExpired();
    const answer = this.#answers.get(key);
    if (answer && send(answer, request, response)) return true;
    if (request.method === 'GET') this.#watch(key, response);
    return false;
  }

  /** Most answers live for a second; without this they would stay until others need their place. */
  #forgetExpired(): void {
    const now = performance.now();
    if (now - this.#purgedAt < PURGE_MS) return;
    this.#purgedAt = now;
    this.#answers.purgeStale();
  }

  /** Keeps the answer that is being sent, if it is public and complete and nothing has changed meanwhile. */
  #watch(key: string, response: ServerResponse): void {
    const [generation, start] = [this.#generation, performance.now()];
    const body = recordBody(response);
    response.once('finish', () => {
      const ttl = lifetimeOf(response);
      const sent = body(); // takes the chunks from the response, which other objects may hold for a while
      if (ttl === 0 || sent === null || !hasCodingOf(key, response)) return;
      if (generation !== this.#generation || generation !== globalThis.bpfPageCache?.generation) return;
      this.#answers.set(key, answerOf(response, sent), { ttl, start });
    });
  }
}

/**
 * Records the bytes of an answer as they are sent. Returns a function that gives them at the end, once; null if there
 * were too many.
 */
function recordBody(response: ServerResponse): () => Buffer | null {
  const chunks: Buffer[] = [];
  let size = 0;
  const note = (chunk: unknown, encoding: unknown) => {
    if (size > MAX_BODY || !(typeof chunk === 'string' || chunk instanceof Uint8Array)) return;
    const bytes =
      typeof chunk === 'string'
        ? // node has taken it as one
          Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > MAX_BODY) chunks.length = 0;
    else chunks.push(bytes);
  };
  for (const name of ['write', 'end'] as const) {
    const original = response[name];
    response[name] = function recorded(this: ServerResponse, ...args: unknown[]) {
      note(args[0], args[1]);
      return Reflect.apply(original, this, args) as never; // what the original returns
    };
  }
  return () => (size > MAX_BODY ? null : Buffer.concat(chunks.splice(0)));
}

/** The key of a public answer; null for a request whose answer may depend on more than the address. */
function cacheKey({ method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (!url.startsWith('/') || url.startsWith('//') || url.length > 2_000 || dependsOnMore(headers)) return null;
  const accepted = headers['accept-encoding'] ?? '';
  // A reader who gives weights to codings may accept none of the cached ones.
  if (/\bq=0(\.0*)?\s*(,|$)/i.test(accepted)) return null;
  if (/\bgzip\b/i.test(accepted)) return `gzip ${url}`;
  return /^(identity)?$/i.test(accepted) ? `plain ${url}` : null;
}

const dependsOnMore = (headers: IncomingHttpHeaders): boolean =>
  ['authorization', 'range', 'rsc', 'next-action', 'next-router-prefetch', 'if-modified-since'].some(
    (name) => headers[name],
  );

/** Next chooses the coding. An answer in a coding that another reader of the same key may not know is not cached. */
function hasCodingOf(key: string, response: ServerResponse): boolean {
  const coding = response.getHeader('content-encoding') ?? 'identity';
  return coding === 'identity' || (coding === 'gzip' && key.startsWith('gzip '));
}

/** For how many milliseconds a shared cache may keep the answer; 0: not at all. */
function lifetimeOf(response: ServerResponse): number {
  const policy = String(response.getHeader('cache-control') ?? '');
  if (![200, 304].includes(response.statusCode) || !/\bpublic\b/.test(policy) || response.hasHeader('set-cookie'))
    return 0;
  if (/\bimmutable\b/.test(policy)) return IMMUTABLE_MS;
  return Number(/\bs-maxage=(\d+)/.exec(policy)?.[1] ?? 0) * 1_000;
}

function answerOf(response: ServerResponse, body: Buffer): Answer {
  const headers = Object.entries(response.getHeaders()).filter(
    (header): header is [string, OutgoingHttpHeader] =>
      header[1] !== undefined && !HEADERS_OF_ONE_READER.includes(header[0]),
  );
  const etag = response.getHeader('etag');
  return {
    headers,
    etag: typeof etag === 'string' ? etag : undefined,
    body: response.statusCode === 304 ? null : body,
  };
}

function send({ headers, etag, body }: Answer, request: IncomingMessage, response: ServerResponse): boolean {
  const isKnown = etag !== undefined && matchesEntityTag(request.headers['if-none-match'], etag);
  if (!isKnown && body === null) return false;
  for (const [name, value] of headers)
    if (!isKnown || !/^content-(length|type|encoding)$/.test(name)) response.setHeader(name, value);
  if (isKnown || body === null) {
    response.writeHead(304).end();
  } else {
    response.setHeader('content-length', body.byteLength);
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
  }
  return true;
}
