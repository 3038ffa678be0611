// Next's store for rendered pages and cached loaders: in this process's memory, expired by tag. Plain JavaScript because
// Next loads it by path, outside the bundle; what it shares with the bundle hangs on globalThis.
// Every replica has its own; PostgreSQL's NOTIFY tells all of them what is out of date (lib/platform/cache/listener.ts).
// Nothing goes to disk: a page left from an earlier run can't be served over data that has changed since.

import { readFile } from 'node:fs/promises';
import path from 'node:path';

const MOST_BYTES = Number(process.env.PAGE_CACHE_MB ?? 128) * 1024 * 1024;

const MOST_PENDING = 10_000;
const MOST_WAITING = 100;

class PageCache {
  entries = new Map();
  bytes = 0;
  /** Grows with each change: whoever keeps whole answers throws them away then (answer-memory.mjs). */
  epoch = 0;
  /** When each tag was last expired; '*' stands for all. */
  expired = new Map();
  /** The renders that a key is waiting for, each with when it began: an entry is as old as the first read of the oldest, not its last. */
  begun = new Map();

  expire(tags) {
    const now = Date.now();
    this.epoch += 1;
    if (tags.includes('*')) {
      this.entries.clear();
      this.bytes = 0;
    }
    for (const tag of tags) this.expired.set(tag, now);
  }

  isExpired(tags, since) {
    return ['*', ...tags].some((tag) => (this.expired.get(tag) ?? -1) >= since);
  }

  get(key, tags) {
    const entry = this.entries.get(key);
    if (entry && !this.isExpired([...entry.tags, ...tags], entry.since)) {
      this.entries.delete(key); // to the young end: the map is in order of use
      this.entries.set(key, entry);
      return entry;
    }
    this.remove(key);
    const waiting = this.begun.get(key) ?? [];
    const note = { key, at: Date.now() };
    // Of what is asked for again and again and never made the oldest notes are enough.
    if (waiting.length < MOST_WAITING) this.begun.set(key, [...waiting, note]);
    globalThis.bpfRequests?.getStore()?.notes.push(note);
    // A render that ended without a word never comes back for its entry: the oldest of those go.
    if (this.begun.size > MOST_PENDING) this.begun.delete(this.begun.keys().next().value);
    return null;
  }

  /** What a failed request had begun: nobody comes back for it, and it would make the next good page look old (bin/serve.mjs). */
  giveUp(notes) {
    for (const note of notes) {
      const others = (this.begun.get(note.key) ?? []).filter((other) => other !== note);
      if (others.length > 0) this.begun.set(note.key, others);
      else this.begun.delete(note.key);
    }
  }

  set(key, value, tags) {
    const now = Date.now();
    // Of several renders at once the first to end takes the note away, and a render of what is merely old leaves none: what the
    // others hold may be as old as what is here.
    const since = this.begun.get(key)?.[0]?.at ?? this.entries.get(key)?.since ?? now;
    this.remove(key);
    this.begun.delete(key);
    if (value === null) return;
    const entry = { value, tags, since, lastModified: now, bytes: sizeOf(value) };
    this.entries.set(key, entry);
    this.bytes += entry.bytes;
    for (const oldest of this.entries.keys()) {
      if (this.bytes <= MOST_BYTES) break;
      this.remove(oldest);
    }
  }

  remove(key) {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.bytes -= entry.bytes;
  }
}

function sizeOf(value) {
  const parts = [value.html, value.rscData, value.body, value.data?.body, ...(value.segmentData?.values() ?? [])];
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 1_000);
}

const cache = (globalThis.bpfPageCache ??= new PageCache());

/** Pictures for link previews: they depend on nothing but the build, which has made them. */
const PICTURE = /(?:^|\/\$)(\/[a-z-]+\/social\/[a-z]+\.png)$/; // Next puts a name of the route before the address

/** What the build has made at this address, as Next wants it; null for everything else. */
async function readPicture(directory, key) {
  const [, address] = PICTURE.exec(key) ?? [];
  if (!directory || !address || process.env.NEXT_PHASE === 'phase-production-build') return null;
  try {
    const place = path.join(directory, 'app', address);
    const [body, meta] = await Promise.all([readFile(`${place}.body`), readFile(`${place}.meta`, 'utf8')]);
    const { status, headers } = JSON.parse(meta);
    return { kind: 'APP_ROUTE', body, status, headers };
  } catch {
    return null; // made anew then
  }
}

export default class CacheHandler {
  constructor(options) {
    this.directory = options?.serverDistDir;
  }

  async get(key, context) {
    const entry = cache.get(key, [...(context?.tags ?? []), ...(context?.softTags ?? [])]);
    if (entry) return { value: entry.value, lastModified: entry.lastModified };
    const picture = await readPicture(this.directory, key);
    if (!picture) return null;
    cache.set(key, picture, []);
    return { value: picture, lastModified: Date.now() };
  }

  async set(key, value, context) {
    const header = value?.headers?.['x-next-cache-tags'];
    const tags = typeof header === 'string' ? header.split(',') : [...(value?.tags ?? []), ...(context?.tags ?? [])];
    cache.set(key, value, tags);
  }

  async revalidateTag(tags) {
    cache.expire([tags].flat());
  }

  resetRequestCache() {}
}
