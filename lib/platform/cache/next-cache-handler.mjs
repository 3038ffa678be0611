// Next loads this file by its path, outside its bundle, and so before any TypeScript is compiled. It hands on to the
// page cache, which instrumentation.ts has made inside the bundle. A build has none, and keeps nothing.

export default class NextCacheHandler {
  /** @param {{ serverDistDir?: string }} [options] */
  constructor(options) {
    this.directory = options?.serverDistDir;
  }

  /**
   * @param {string} key
   * @param {{ tags?: string[], softTags?: string[] }} [context]
   */
  async get(key, context = {}) {
    return (await globalThis.bpfPageCache?.readForNext(key, context, this.directory)) ?? null;
  }

  /**
   * @param {string} key
   * @param {{ headers?: Record<string, unknown>, tags?: string[] } | null} value
   * @param {{ tags?: string[] }} [context]
   */
  async set(key, value, context = {}) {
    globalThis.bpfPageCache?.writeForNext(key, value, context);
  }

  /** @param {string | string[]} tags */
  async revalidateTag(tags) {
    globalThis.bpfPageCache?.expire([tags].flat());
  }

  resetRequestCache() {}
}
