import FileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache'
import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external'
import { fitScripts } from '@/lib/http/page-scripts'

/**
 * The starter's server comes up beside its database, with pages as old as the build. None is given out before the
 * starter says so: it has had those given up by then that were talked about since, or has tried and told why not.
 */
const released = process.env.HOLD_PAGES
  ? new Promise((resolve) => process.once('message', resolve))
  : undefined

/** The cache gives out the same object until a page is made again. */
const fitted = new WeakSet()

/**
 * Next's own cache of pages, which also tells when a page has been stored: whoever writes a comment waits for that
 * (docs/decisions/0010). Pages get the scripts of React they ask for (0012, 0016).
 */
class PageCache extends FileSystemCache {
  override async get(...asked: Parameters<FileSystemCache['get']>) {
    await released
    const entry = await super.get(...asked)
    const page = entry?.value
    if (page && 'rscData' in page && !fitted.has(page)) {
      fitted.add(page)
      page.html = fitScripts(page.html)
    }
    return entry
  }

  override async set(...[key, page, context]: Parameters<FileSystemCache['set']>) {
    try {
      // An address that somebody made up leaves nothing behind: Next has noted by now for how long the page may be kept,
      // and forgets that never. One that was there before is kept as it is now.
      const isMadeUp = page && 'status' in page && page.status === 404 && !(await this.#has(key, page.kind))
      // biome-ignore lint/complexity/useLiteralKeys: TypeScript takes what is private from the outside by its brackets alone.
      if (isMadeUp) SharedCacheControls['cacheControls'].delete(key)
      else await super.set(key, page, context)
    } finally {
      // Even a full disk leaves the page in memory.
      globalThis.pageStored?.(key)
    }
  }

  async #has(key: string, kind: string): Promise<boolean> {
    // The kinds are a `const enum` of Next's, which TypeScript takes from no other module (isolatedModules).
    return (await Reflect.apply(super.get, this, [key, { kind, isFallback: false }])) !== null
  }
}

/** By this name a host gives Next a cache of its own. */
const cachesOfHost = Symbol.for('@next/cache-handlers')

/**
 * Has Next keep its pages here, unless a host keeps them. Named in `cacheHandler`, this file would be imported twice for
 * every request, a twentieth of what an answer costs (0010).
 */
export function keepPagesHere(): void {
  if (!(cachesOfHost in globalThis)) Object.assign(globalThis, { [cachesOfHost]: { FetchCache: PageCache } })
}
