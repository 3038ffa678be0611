import { failure } from '@/lib/platform/errors';
import type { Failure } from '@/lib/platform/errors';
import { answerBytes } from '@/app/server/answer-bytes';
import { entityTag } from '@/lib/platform/cache/etag';
import { TAGS } from '@/lib/platform/cache/tags';

export type PublishedBody = {
  /**
   * Its key in this process's memory, where it stays until one of its tags expires; absent: rendered at each request.
   */
  key?: string;
  tags: string[];
  /** Its content may change by the clock alone: rendered again after so many seconds. */
  maxAge?: number;
  type: string;
  headers?: Record<string, string>;
  /** Null: not found. */
  make: () => Promise<Body | MadeWithHeaders | null>;
};
type Body = string | Uint8Array<ArrayBuffer>;
/** Headers computed from the body, such as the link to the next page: stored together with it. */
type MadeWithHeaders = { body: Body; headers: Record<string, string> };

/**
 * A decision is visible to the next request here, and a second later through a cache in front. Until then, a
 * conditional request costs neither database access nor bytes.
 */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=1, must-revalidate';

/**
 * Sends public content, from memory where possible: as bytes serialised once, without asking the database, or as 304 if
 * the client already has them. Fails with `not_found`.
 */
export async function sendPublished(
  request: Request,
  { type, headers, ...published }: PublishedBody,
): Promise<Response | Failure> {
  const found = await read(published);
  if (!found) return failure('not_found');
  return answerBytes(request, {
    body: found.body,
    etag: found.etag,
    // What is made for one request has no date.
    modified: published.key === undefined ? null : new Date(found.madeAt),
    type,
    headers: { ...headers, ...found.headers, 'Cache-Control': CACHE_CONTROL },
    inParts: headers !== undefined && 'Content-Disposition' in headers,
  });
}

/** `madeAt`: when this process made the bytes, which it does after every change of what is in them. */
type Stored = { body: Uint8Array<ArrayBuffer>; etag: string; madeAt: number; headers?: Record<string, string> };

async function read({
  key,
  tags: ownTags,
  maxAge,
  make,
}: Pick<PublishedBody, 'key' | 'tags' | 'maxAge' | 'make'>): Promise<Stored | null> {
  const cache = key === undefined ? undefined : globalThis.bpfPageCache;
  // Files and feeds name the forum and its licence.
  const tags = [...ownTags, TAGS.settings];
  if (key === undefined || !cache) return stored(await make());
  const kept = cache.get(`body:${key}`, tags);
  // only this function writes keys with `body:`
  if (kept && (maxAge === undefined || Date.now() - kept.lastModified < maxAge * 1_000)) return kept.value as Stored;
  let made: Stored | null = null;
  try {
    made = stored(await make());
  } finally {
    cache.set(`body:${key}`, made, tags); // also where nothing was found: the cache must not collect unknown names
  }
  return made;
}

function stored(made: Body | MadeWithHeaders | null): Stored | null {
  if (made === null) return null;
  if (typeof made === 'object' && 'body' in made) return { ...hashed(made.body), headers: made.headers };
  return hashed(made);
}

function hashed(made: Body): Stored {
  const body = typeof made === 'string' ? new TextEncoder().encode(made) : made;
  return { body, etag: entityTag(body), madeAt: Date.now() };
}
