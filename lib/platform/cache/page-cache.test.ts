import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import NextCacheHandler from './next-cache-handler.mjs';
import { PageCache } from './page-cache';
import type { RequestNotes } from './start-caches';

const MAX_BYTES = 30_000;
const page = '/en/agreements';
const cache = new NextCacheHandler();
const entry = (body: string) => ({ kind: 'APP_ROUTE', body, tags: ['dataset'] });
const kept = async (key = page) => ((await cache.get(key)) as { value: { body: string } } | null)?.value.body ?? null;

beforeEach(() => {
  globalThis.bpfPageCache = new PageCache(MAX_BYTES);
  vi.useFakeTimers();
});
afterEach(() => {
  globalThis.bpfPageCache = undefined;
  vi.useRealTimers();
});

it('keeps a page until its tag expires', async () => {
  expect(await kept()).toBeNull();
  await cache.set(page, entry('one'));
  vi.advanceTimersByTime(1);
  await cache.revalidateTag('another');
  expect(await kept()).toBe('one');
  await cache.revalidateTag('dataset');
  expect(await kept()).toBeNull();
});

it('keeps the text of a page as bytes, and gives it back as it was', async () => {
  const written = { kind: 'APP_PAGE', html: 'a – b', headers: { 'x-next-cache-tags': 'dataset' } };
  await cache.set(page, written);
  const read = await cache.get(page);
  expect(read?.value).toEqual(written);
  await cache.revalidateTag('dataset');
  expect(await cache.get(page)).toBeNull();
});

it('stores nothing without a cache, as in a build', async () => {
  globalThis.bpfPageCache = undefined;
  await cache.set(page, entry('one'));
  expect(await kept()).toBeNull();
});

it('keeps no more bytes than it may, counting two for each character of a text beyond Latin-1', async () => {
  await cache.set('plain', entry('x'.repeat(12_000)));
  await cache.set('other', entry('x'.repeat(12_000)));
  expect([await kept('plain'), await kept('other')].map((body) => body?.length)).toEqual([12_000, 12_000]);
  await cache.set('wide', entry('–'.repeat(8_000)));
  expect(await kept('plain')).toBeNull();
  expect((await kept('wide'))?.length).toBe(8_000);
});

it('does not treat two renders as new that read before a change', async () => {
  await kept();
  await kept();
  vi.advanceTimersByTime(1);
  await cache.revalidateTag('dataset');
  vi.advanceTimersByTime(1);
  await cache.set(page, entry('old'));
  await cache.set(page, entry('old'));
  expect(await kept()).toBeNull();
});

it('does not treat a render for age alone as new if it read before a change', async () => {
  await kept();
  await cache.set(page, entry('one'));
  vi.advanceTimersByTime(60_000);
  expect(await kept()).toBe('one');
  await cache.revalidateTag('dataset');
  vi.advanceTimersByTime(1);
  await cache.set(page, entry('old'));
  expect(await kept()).toBeNull();
});

describe('of several requests at once', () => {
  const requests = new AsyncLocalStorage<RequestNotes>(); // as bin/serve.mjs has it
  beforeAll(() => void (globalThis.bpfRequests = requests));
  afterAll(() => void (globalThis.bpfRequests = undefined));
  const begin = async () => {
    const noted: RequestNotes = { databaseDown: false, renders: [] };
    await requests.run(noted, () => kept());
    return noted;
  };
  const change = async () => {
    vi.advanceTimersByTime(1);
    await cache.revalidateTag('dataset');
    vi.advanceTimersByTime(1);
  };

  it('a failed render does not make the next one look old', async () => {
    const failed = await begin();
    globalThis.bpfPageCache?.abandon(failed.renders);
    await change();
    await begin();
    await cache.set(page, entry('new'));
    expect(await kept()).toBe('new');
  });

  it('a failed render does not make another look new that read before a change', async () => {
    const failed = await begin();
    await begin();
    await change();
    globalThis.bpfPageCache?.abandon(failed.renders);
    await cache.set(page, entry('old'));
    expect(await kept()).toBeNull();
  });
});
