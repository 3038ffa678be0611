/** The PostgreSQL channel on which every process of the app hears which cached pages are out of date. */
export const CHANNEL = 'bpf_cache_tags';

/** Stands for every page. */
export const EVERYTHING = '*';

/** What `lib/publishing/cache-handler.mjs` puts on the process; absent in a process that serves no pages. */
const cache = () => (globalThis as { bpfPageCache?: { expire(tags: string[]): void } }).bpfPageCache;

/** Makes the tags stale in this very process at once, for the reader whose own change this was. Call it after commit. */
export function expireHere(tags: string[]): void {
  cache()?.expire(tags);
}
