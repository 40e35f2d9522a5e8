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
    if (page && !isEmpty(page)) {
      fitPage(page)
      return entry
    }
    const path = pathOf(asked[0])
    if (!page && !(await isMadeUp(path))) {
      globalThis.pageMissed?.(path)
      return entry
    }
    const value = await this.#getLost(asked)
    // Where there is none, better Next's empty one than a 500. What is not dated Next takes for made just now.
    return value === null ? entry : { lastModified: 0, ...entry, value }
  }

  override async set(...[key, page, context]: Parameters<FileSystemCache['set']>) {
    const path = pathOf(key)
    try {
      // Whoever asked for the page is answered with the same object.
      if (page) fitPage(page)
      // An address that somebody made up leaves nothing behind, whyever a page was made of it.
      if (!page || !isEmpty(page) || !(await isMadeUp(path))) await super.set(key, page, context)
    } finally {
      // Even a full disk leaves the page in memory.
      globalThis.pageStored?.(path)
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

/** Whether Next made the page of an address that leads nowhere. */
function isEmpty(page: Page): boolean {
  return 'rscData' in page && page.status === 404
}

/** Whatever stands before the path in a key, it ends in `$`. */
function pathOf(key: string): string {
  return key.slice(key.indexOf('$') + 1)
}

/** Whether a page that is made when it is first asked for is none: of an address that somebody made up nothing is made. */
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
