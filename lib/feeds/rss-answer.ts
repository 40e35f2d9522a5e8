import { env } from '../env'
import type { Post } from '../posts/post'
import { postToHtml } from '../posts/to-html'
import { rss } from './rss'

/** Readers of feeds ask every hour or so: twenty posts are more than any of them has missed. */
const MOST_POSTS = 20

type Feed = { title: string; description: string; path: string; pagePath: string; posts: Post[] }

/** The answer of a feed's address: the newest twenty of these posts (newest first) with their whole text. */
export async function rssAnswer({ posts, ...feed }: Feed): Promise<Response> {
  const newest = posts.slice(0, MOST_POSTS)
  const texts = await Promise.all(
    newest.map(async (post) => ({ post, html: await postToHtml(post, env.SITE_URL) })),
  )
  return new Response(rss({ ...feed, siteUrl: env.SITE_URL, posts: texts }), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  })
}
