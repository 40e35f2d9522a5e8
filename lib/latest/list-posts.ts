import type { ParsedFeed } from './parse-feed'
import { plainTitle } from './plain-title'
import { isSameSite } from './same-site'

export type FeedPost = { title: string; url: string }

/** The posts of a blog, newest first, what it calls itself, and where its feed is when that is on the same site. */
export type Blog = { name: string; feed?: string; posts: FeedPost[] }

const mostPosts = 10
const longestAddress = 2_000

/**
 * What of a feed may be shown: up to 10 posts with a title, whose addresses lie within `site`, the address that the
 * commenter typed. `found` is where the feed was: relative links start there. Null when there is none.
 */
export function listPosts(feed: ParsedFeed, found: URL, site: URL): Blog | null {
  const posts = inOrder(feed.items).flatMap((item): FeedPost[] => {
    const title = titleOf(feed, item.title)
    const url = urlOf(item, found, site)
    return title !== null && url !== null ? [{ title, url }] : []
  })
  if (posts.length === 0) return null
  return {
    name: titleOf(feed, feed.title) ?? site.hostname.replace(/^www\./, ''),
    ...(found.href.length <= longestAddress && isSameSite(found, site) && { feed: found.href }),
    posts: posts.slice(0, mostPosts),
  }
}

type Item = ParsedFeed['items'][number]

/** Feeds are in order by custom alone. One that leaves out a single date is taken as it stands. */
function inOrder(items: Item[]): Item[] {
  const dated = items.map((item) => ({ item, time: timeOf(item) }))
  if (dated.some(({ time }) => Number.isNaN(time))) return items
  return dated.sort((a, b) => b.time - a.time).map(({ item }) => item)
}

function timeOf({ dates }: Item): number {
  return Date.parse(dates.find((date) => typeof date === 'string') ?? '')
}

/** Atom says whether a title is HTML, JSON Feed has text alone, and RSS leaves it open: there it is HTML, as a rule. */
function titleOf({ format }: ParsedFeed, title: ParsedFeed['title']): string | null {
  if (title === undefined) return null
  if (typeof title === 'string') return plainTitle(title, format !== 'json')
  return plainTitle(title.value, title.type !== undefined && !/^text(?:\/plain)?$/.test(title.type))
}

function urlOf({ link, links = [], url, guid }: Item, found: URL, site: URL): string | null {
  const page = links.find(
    ({ rel = 'alternate', type = 'text/html' }) => rel === 'alternate' && /html/.test(type),
  )
  const permalink = guid?.isPermaLink !== false ? guid?.value : undefined
  const address = [page?.href, link, url, permalink]
    .find((text) => text !== undefined && text.trim() !== '')
    ?.trim()
  if (address === undefined || address.length > longestAddress || !URL.canParse(address, found.href))
    return null
  const absolute = new URL(address, found.href)
  return isSameSite(absolute, site) ? absolute.href : null
}
