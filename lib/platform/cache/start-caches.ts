import { AsyncResource } from 'node:async_hooks';
import type { AsyncLocalStorage } from 'node:async_hooks';
import { PageCache } from './page-cache';
import type { Render } from './page-cache';
import { ResponseCache } from './response-cache';

/** What is noted of one request while it is answered: why it failed, and which renders it began. */
export type RequestNotes = { databaseDown: boolean; renders: Render[] };

/**
 * Shared by Next's bundles, which each have their own instance of a module, and by the files outside them
 * (bin/serve.mjs, next-cache-handler.mjs). Absent in processes that serve no pages: in a build, in commands, in tests.
 */
declare global {
  var bpfPageCache: PageCache | undefined;
  var bpfResponseCache: ResponseCache | undefined;
  /** Of bin/serve.mjs; absent in development. */
  var bpfRequests: AsyncLocalStorage<RequestNotes> | undefined;
  /**
   * Where queries are run, made before the first request: what Prisma remembers of a query keeps the request in memory
   * in which it was made (docs/decisions/0017).
   */
  var bpfOutsideRequests: AsyncResource | undefined;
}

/**
 * Makes the caches of this process, once. A quarter of the memory is for whole answers, which live for a second for the
 * most part.
 */
export function startCaches(megabytes: number): void {
  const share = (part: number) => Math.max(1, Math.floor(megabytes * 1024 * 1024 * part));
  globalThis.bpfPageCache ??= new PageCache(share(0.75));
  globalThis.bpfOutsideRequests ??= new AsyncResource('outside of requests');
  globalThis.bpfResponseCache ??= new ResponseCache(share(0.25));
}
