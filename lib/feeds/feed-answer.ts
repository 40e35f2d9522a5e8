import { LRUCache } from 'lru-cache'
import { site } from '../../content/site'
import { env } from '../env'
import { answerTagged, type TaggedText, tagText } from '../http/tagged-answer'
import { listPosts } from '../posts/list-posts'
import type { Post } from '../posts/post'
import { postToHtml } from '../posts/to-html'
import { atom } from './atom'
import { jsonFeed } from './json-feed'
import type { PostFeed } from './post-feed'
import { rss } from './rss'

/** Readers of feeds ask every hour or so: twenty posts are more than any of them has missed. */
const mostPosts = 20

const formats = {
  rss: { write: rss, type: 'application/rss+xml; charset=utf-8' },
  atom: { write: atom, type: 'application/atom+xml; charset=utf-8' },
  json: { write: jsonFeed, type: 'application/feed+json; charset=utf-8' },
}

type Format = keyof typeof formats
type Feed = Omit<PostFeed, 'siteUrl' | 'posts'> & { posts: Post[]; format: Format }

/**
 * The feeds that were asked for last, by their paths, each with the posts it was written of. Their weight is that of
 * their posts: as much as twenty whole feeds, or the feeds of two hundred tags that have one post each.
 */
const written = new LRUCache<string, { posts: Post[]; text: Promise<TaggedText> }>({
  maxSize: 20 * mostPosts,
  sizeCalculation: ({ posts }) => posts.length + 1,
})

/**
 * The answer of a feed's address: the newest twenty of these posts (newest first) with their whole text, written once as
 * long as they are the same; 304 to whoever has it already.
 */
export async function answerFeed(request: Request, feed: Feed): Promise<Response> {
  const headers = new Headers({
    'Content-Type': formats[feed.format].type,
    'Cache-Control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400',
  })
  return answerTagged(request, await writeOnce({ ...feed, posts: feed.posts.slice(0, mostPosts) }), headers)
}

/** Answers with the feed of the whole site, which stands at `path`. */
export function siteFeed(format: Format, path: string) {
  return async (request: Request): Promise<Response> =>
    answerFeed(request, {
      format,
      title: site.name,
      description: site.line,
      path,
      pagePath: '/',
      posts: await listPosts(),
    })
}

async function writeOnce(feed: Feed): Promise<TaggedText> {
  const known = written.get(feed.path)
  const isSame =
    known?.posts.length === feed.posts.length &&
    known.posts.every((post, index) => post === feed.posts[index])
  if (known && isSame) return known.text
  const text = write(feed)
  written.set(feed.path, { posts: feed.posts, text })
  // A failure is not kept.
  text.catch(() => {
    if (written.get(feed.path)?.text === text) written.delete(feed.path)
  })
  return text
}

async function write({ posts, format, ...feed }: Feed): Promise<TaggedText> {
  const texts = await Promise.all(
    posts.map(async (post) => ({ post, html: await postToHtml(post, env.SITE_URL) })),
  )
  return tagText(formats[format].write({ ...feed, siteUrl: env.SITE_URL, posts: texts }))
}
