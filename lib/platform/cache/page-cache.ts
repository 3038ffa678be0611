import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LRUCache } from 'lru-cache';
import { bytesOf } from './bytes';

/**
 * What this process caches of public answers. Every replica has its own cache. Nothing is written to disk, so an
 * earlier run's page can't be served after the data has changed.
 *
 * | kept in       | what                                        | key              | how long                                   | forgotten by                 |
 * | ------------- | ------------------------------------------- | ---------------- | ------------------------------------------ | ---------------------------- |
 * | PageCache     | pages that Next rendered                    | Next's path      | until a tag expires, or Next's `revalidate` | one of its tags, lack of use |
 * | PageCache     | results of loaders (`unstable_cache`)       | Next's hash      | likewise                                   | one of its tags, lack of use |
 * | PageCache     | bodies of API, files, feeds (sendPublished) | `body:` + name   | until a tag expires, or its `maxAge`        | one of its tags, lack of use |
 * | ResponseCache | whole answers, as sent                      | coding + address | what the answer allows shared caches       | any change, lack of use      |
 *
 * Both count bytes and share PAGE_CACHE_MB. Tags expire by publishInvalidation (invalidation.ts) on every replica; '*'
 * is all of them.
 */
export class PageCache {
  /** Grows with each change: the ResponseCache then forgets everything. */
  generation = 0;
  readonly #entries: LRUCache<string, Entry>;
  /** When each tag last expired. */
  readonly #expiredAt = new Map<string, number>();
  /** The renders that have begun for a key. An entry is as old as the first read of the oldest of them. */
  readonly #renders = new LRUCache<string, Render[]>({ max: MAX_PENDING_KEYS });

  constructor(maxBytes: number) {
    this.#entries = new LRUCache({ maxSize: maxBytes, sizeCalculation: (entry, key) => bytesOf([key, entry]) });
  }

  /** Makes everything stale that carries one of the tags. */
  expire(tags: string[]): void {
    const now = Date.now();
    this.generation += 1;
    if (tags.includes(ALL)) this.#entries.clear();
    for (const tag of tags) this.#expiredAt.set(tag, now);
  }

  /**
   * The entry of a key. Returns null if there is none or it is stale; that begins a render, which `set` or `abandon`
   * ends.
   */
  get(key: string, tags: string[]): Entry | null {
    const entry = this.#entries.get(key);
    if (entry && !this.#isExpired([...entry.tags, ...tags], entry.readAt)) return entry;
    this.#entries.delete(key);
    this.#beginRender(key);
    return null;
  }

  /** Ends the renders of a key. Null keeps nothing. */
  set(key: string, value: unknown, tags: string[]): void {
    const now = Date.now();
    // The first of several renders to end removes the notes of all. A render of an expired entry leaves no notes: the
    // result of the others may be as old as the present entry.
    const readAt = this.#renders.get(key)?.[0]?.startedAt ?? this.#entries.get(key)?.readAt ?? now;
    this.#entries.delete(key);
    this.#renders.delete(key);
    if (value !== null) this.#entries.set(key, { value, tags, readAt, lastModified: now });
  }

  /** Forgets the renders of a failed request: they never end, and would make the next page of their key look old. */
  abandon(renders: readonly Render[]): void {
    for (const render of renders) {
      const others = (this.#renders.get(render.key) ?? []).filter((other) => other !== render);
      if (others.length > 0) this.#renders.set(render.key, others);
      else this.#renders.delete(render.key);
    }
  }

  /** What Next asks for through next-cache-handler.mjs; `directory` holds what the build has made. */
  async readForNext(
    key: string,
    context: NextTags,
    directory?: string,
  ): Promise<Pick<Entry, 'value' | 'lastModified'> | null> {
    const entry = this.get(key, [...(context.tags ?? []), ...(context.softTags ?? [])]);
    if (entry) return { value: withHtml(entry.value, String), lastModified: entry.lastModified };
    const picture = await readBuiltPicture(key, directory);
    if (!picture) return null;
    this.set(key, picture, []);
    return { value: picture, lastModified: Date.now() };
  }

  /** What Next hands over through next-cache-handler.mjs: a page carries the tags of the loaders that it read. */
  writeForNext(key: string, value: NextValue | null, context: NextTags): void {
    const header = value?.headers?.['x-next-cache-tags'];
    const tags = typeof header === 'string' ? header.split(',') : [...(value?.tags ?? []), ...(context.tags ?? [])];
    this.set(
      key,
      withHtml(value, (html) => Buffer.from(String(html))),
      tags,
    );
  }

  #isExpired(tags: string[], readAt: number): boolean {
    return [ALL, ...tags].some((tag) => (this.#expiredAt.get(tag) ?? -1) >= readAt);
  }

  #beginRender(key: string): void {
    const renders = this.#renders.get(key) ?? [];
    const render = { key, startedAt: Date.now() };
    if (renders.length < MAX_RENDERS_PER_KEY) this.#renders.set(key, [...renders, render]);
    globalThis.bpfRequests?.getStore()?.renders.push(render);
  }
}

const ALL = '*';
const MAX_PENDING_KEYS = 10_000;
/** If a key is requested again and again and never rendered, its oldest renders are enough. */
const MAX_RENDERS_PER_KEY = 100;

/** Values of Next are kept as they are; these parts are read. */
type NextValue = { headers?: Record<string, unknown>; tags?: string[] };
type NextTags = { tags?: string[]; softTags?: string[] };
/**
 * The text of a page is kept as bytes outside V8's heap: as text it takes twice the memory if a single character is
 * beyond Latin-1, and each garbage collection would copy or mark it.
 */
const withHtml = (value: unknown, convert: (html: unknown) => unknown): unknown =>
  typeof value === 'object' && value !== null && 'html' in value ? { ...value, html: convert(value.html) } : value;

export type Entry = { value: unknown; tags: string[]; readAt: number; lastModified: number };
export type Render = { key: string; startedAt: number };

/**
 * Pictures for link previews depend on nothing but the build, which has made them. Next puts the route's name before
 * the address.
 */
const PICTURE = /(?:^|\/\$)(\/[a-z-]+\/social\/[a-z]+\.png)$/;

async function readBuiltPicture(key: string, directory: string | undefined): Promise<object | null> {
  const [, address] = PICTURE.exec(key) ?? [];
  if (!directory || !address) return null;
  try {
    const file = path.join(directory, 'app', address);
    const [body, meta] = await Promise.all([readFile(`${file}.body`), readFile(`${file}.meta`, 'utf8')]);
    const { status, headers } = JSON.parse(meta) as { status: number; headers: object }; // written by the build
    return { kind: 'APP_ROUTE', body, status, headers };
  } catch {
    return null; // Next renders it anew
  }
}
