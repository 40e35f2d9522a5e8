import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import * as sharedControls from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js'
import { fitScripts } from '../../lib/http/page-scripts.mjs'

// Node hands over what the module exports, the bundle that Next makes of `proxy.ts` its default alone.
const { default: FileSystemCache = fileSystemCache } = fileSystemCache
const { SharedCacheControls } = sharedControls.default ?? sharedControls

/**
 * The starter's server comes up beside its database, with pages as old as the build. None is given out before the
 * starter says so: it has had those given up by then that were talked about since, or has tried and told why not.
 */
const released = process.env.HOLD_PAGES
  ? new Promise((resolve) => process.once('message', resolve))
  : undefined

/**
 * Next's own cache of pages, which also tells when a page has been stored: whoever writes a comment waits for that
 * (docs/decisions/0010). Pages get the scripts of React they ask for (0012, 0016). Plain JavaScript, as Next
 * loads it by itself, beside the bundle; once more in that of `proxy.ts`.
 */
export default class PageCache extends FileSystemCache {
  async get(...asked) {
    await released
    return fitScripts(await super.get(...asked))
  }

  async set(key, page, context) {
    try {
      // An address that somebody made up leaves nothing behind: Next has noted by now for how long the page may be kept,
      // and forgets that never. One that was there before is kept as it is now.
      const isKept = page?.status !== 404 || (await super.get(key, { kind: page.kind })) !== null
      if (isKept) await super.set(key, page, context)
      else SharedCacheControls.cacheControls.delete(key)
    } finally {
      // Even a full disk leaves the page in memory.
      globalThis.pageStored?.(key)
    }
  }
}
