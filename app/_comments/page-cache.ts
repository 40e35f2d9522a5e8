import FileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache'
import { fitScripts } from '@/lib/http/page-scripts'
import { findPost } from '@/lib/posts/find-post'
import { findQuote } from '@/lib/quotes/find-quote'

/**
 * The starter's server comes up beside its database, with pages as old as the build. None is given out before the
 * starter says so: it has had those given up by then that were talked about since, or has tried and told why not.
 */
const released = process.env.HOLD_PAGES
  ? new Promise((resolve) => process.once('message', resolve))
  : undefined

/** The cache gives out the same object until a page is made again. */
const fitted = new WeakSet()

type Asked = Parameters<FileSystemCache['get']>
type Entry = Awaited<ReturnType<FileSystemCache['get']>>
type Page = NonNullable<NonNullable<Entry>['value']>

/**
 * Next's own cache of pages, which also tells when a page has been stored: whoever writes a comment waits for that
 * (docs/decisions/0010). Pages get the scripts of React they ask for (0012, 0016), and where an address leads nowhere
 * stands the lost page that lies ready: Next would make an empty one, which only JavaScript fills (vercel/next.js#62228).
 */
class PageCache extends FileSystemCache {
  override async get(...asked: Asked): Promise<Entry> {
    await released
    const entry = await super.get(...asked)
    const page = entry?.value
    if (page && 'rscData' in page && page.status === 404)
      return { ...entry, value: await this.#getLost(asked) }
    if (page) fitPage(page)
    else if (await isMadeUp(pathOf(asked[0])))
      return { lastModified: Date.now(), value: await this.#getLost(asked) }
    return entry
  }

  override async set(...[key, page, context]: Parameters<FileSystemCache['set']>) {
    try {
      // Whoever asked for the page is answered with the same object.
      if (page) fitPage(page)
      await super.set(key, page, context)
    } finally {
      // Even a full disk leaves the page in memory.
      globalThis.pageStored?.(pathOf(key))
    }
  }

  async #getLost([, context]: Asked): Promise<Page | null> {
    const page = (await super.get('/_not-found', context))?.value
    if (!page || !('rscData' in page)) return null
    fitPage(page)
    // No cache in front may keep it: there may be a page in a minute.
    return {
      ...page,
      headers: { 'Cache-Control': 'private, no-cache, no-store, max-age=0, must-revalidate' },
    }
  }
}

/** Whatever stands before the path in a key, it ends in `$`. */
function pathOf(key: string): string {
  return key.slice(key.indexOf('$') + 1)
}

/** Whether a page that is made when it is first asked for is not there: none is made, and none is stored. */
async function isMadeUp(path: string): Promise<boolean> {
  const [, slug, number] = /^\/posts\/([^/]+)(?:\/quotes\/([^/]+))?$/.exec(path) ?? []
  if (slug === undefined) return false
  return (number === undefined ? await findPost(slug) : await findQuote(slug, number)) === null
}

function fitPage(page: Page): void {
  if (!('rscData' in page) || fitted.has(page)) return
  fitted.add(page)
  page.html = fitScripts(page.html)
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
