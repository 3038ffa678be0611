import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import CacheHandler from './cache-handler.mjs';

const cache = new CacheHandler();
const entry = (body: string) => ({ kind: 'APP_ROUTE', body, tags: ['dataset'] });
const kept = async () => ((await cache.get(page)) as { value: { body: string } } | null)?.value.body ?? null;

/** A page and an hour for each test: the cache is one for the whole process. */
let [hour, page] = [0, ''];
beforeEach(() => {
  hour += 1;
  page = `page ${hour}`;
  vi.useFakeTimers({ now: hour * 3_600_000 });
});
afterEach(() => void vi.useRealTimers());

it('keeps a page until its tag expires', async () => {
  expect(await kept()).toBeNull();
  await cache.set(page, entry('one'));
  vi.advanceTimersByTime(1);
  await cache.revalidateTag('another');
  expect(await kept()).toBe('one');
  await cache.revalidateTag('dataset');
  expect(await kept()).toBeNull();
});

it('does not take for new what two renders at once had read before a change', async () => {
  await kept();
  await kept();
  vi.advanceTimersByTime(1);
  await cache.revalidateTag('dataset');
  vi.advanceTimersByTime(1);
  await cache.set(page, entry('old'));
  await cache.set(page, entry('old'));
  expect(await kept()).toBeNull();
});

it('nor what a page that was made anew for its age alone had read', async () => {
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
  type Noted = { notes: object[] };
  const requests = new AsyncLocalStorage<Noted>();
  const shared: { bpfRequests?: typeof requests; bpfPageCache?: { giveUp: (notes: object[]) => void } } =
    globalThis as never; // as bin/serve.mjs shares them
  beforeAll(() => void (shared.bpfRequests = requests));
  afterAll(() => void delete shared.bpfRequests);
  const begin = async () => {
    const noted: Noted = { notes: [] };
    await requests.run(noted, kept);
    return noted;
  };
  const change = async () => {
    vi.advanceTimersByTime(1);
    await cache.revalidateTag('dataset');
    vi.advanceTimersByTime(1);
  };

  it('one whose render failed does not make the next one look old', async () => {
    const failed = await begin();
    shared.bpfPageCache?.giveUp(failed.notes);
    await change();
    await begin();
    await cache.set(page, entry('new'));
    expect(await kept()).toBe('new');
  });

  it('one whose render failed does not make another look new that had read before a change', async () => {
    const failed = await begin();
    await begin();
    await change();
    shared.bpfPageCache?.giveUp(failed.notes);
    await cache.set(page, entry('old'));
    expect(await kept()).toBeNull();
  });
});
