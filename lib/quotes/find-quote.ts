import { findPost } from '../posts/find-post'
import type { Post, Quote } from '../posts/post'

/** A quote of a public post by the segments of its address; null when there is none, or none yet. */
export async function findQuote(
  slug: string,
  number: string,
  now: Date = new Date(),
): Promise<{ post: Post; quote: Quote } | null> {
  const post = await findPost(slug, now)
  const quote = post?.quotes.find((each) => String(each.number) === number)
  return post && quote ? { post, quote } : null
}
