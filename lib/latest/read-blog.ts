import { type Fetched, fetchSafely, type Visit } from '../net/fetch-safely'
import { decodeText } from './decode-text'
import { findFeedLinks } from './find-feed-links'
import { type Blog, listPosts } from './list-posts'
import { parseFeed } from './parse-feed'

/** Of the feeds that a page names itself: the rest are those of its comments and tags. */
const mostNamed = 2

/**
 * Where blogs keep their feeds when their pages do not say so. They make a visit to a site without a feed seven requests,
 * where trust.md T14 counts one for a victim: no host is visited twice within an hour, and what was read of an address,
 * nothing too, counts for a day.
 */
const usualPlaces = ['/feed', '/rss.xml', '/atom.xml', '/feed.xml', '/feeds/posts/default', '/?feed=rss2']

/**
 * The newest posts of the blog at `website`: from the feed that its page names, or from where feeds usually are; a
 * feed's own address will do, too. Null for every failure alike. The visit's signal ends all of it.
 */
export async function readBlog(website: string, visit: Visit): Promise<Blog | null> {
  if (!URL.canParse(website)) return null
  const site = new URL(website)
  const page = await fetchSafely(website, visit)
  if (!page) return null
  const text = decodeText(page.body, page.charset)
  const itself = await listFeed(page, text, site, visit)
  if (itself || !/html/.test(page.type)) return itself

  const named = findFeedLinks(text, page.url).slice(0, mostNamed)
  const usual = usualPlaces.map((place) => new URL(place, page.url))
  // What a page says of itself holds: one that names feeds we cannot read is not searched for others.
  for (const { href } of named.length > 0 ? named : usual) {
    const feed = await fetchSafely(href, visit)
    const blog = feed && (await listFeed(feed, decodeText(feed.body, feed.charset), site, visit))
    if (blog) return blog
  }
  return null
}

async function listFeed({ url }: Fetched, text: string, site: URL, { signal }: Visit): Promise<Blog | null> {
  const feed = await parseFeed(text, signal)
  return feed && listPosts(feed, url, site)
}
