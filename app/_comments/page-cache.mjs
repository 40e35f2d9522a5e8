import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'

/**
 * Next's own cache of pages, which tells when a page has been stored: whoever writes a comment waits for that
 * (docs/decisions/0010). Plain JavaScript, as Next loads it by itself, beside the bundle.
 */
export default class PageCache extends fileSystemCache.default {
  async set(key, page, context) {
    try {
      await super.set(key, page, context)
    } finally {
      // Even a full disk leaves the page in memory.
      globalThis.pageStored?.(key)
    }
  }
}
