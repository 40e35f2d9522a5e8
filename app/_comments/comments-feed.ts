import { listLastPublished } from '@/db/comments'
import { describeError } from '@/db/describe-error'
import { env } from '@/lib/env'
import { commentsRss } from '@/lib/feeds/comments-rss'
import { answerTagged, tagText } from '@/lib/http/tagged-answer'
import type { Post } from '@/lib/posts/post'

const shown = 30

type Latest = (most: number, postId: string | null) => ReturnType<typeof listLastPublished>

type Feed = Omit<Parameters<typeof commentsRss>[0], 'siteUrl' | 'comments'> & {
  /** Whose comments: those under other posts stay out of it. */
  posts: Post[]
  /** What gives its comments, newest first; absent: all that are published. */
  list?: Latest
}

/**
 * The answer of a feed of comments: the thirty of `list` that were published last under these posts, or of one post alone. Read
 * anew for everyone who asks: what was taken away must not be fetched a minute later.
 */
export async function answerCommentsFeed(
  request: Request,
  { posts, list = listLastPublished, ...feed }: Feed,
): Promise<Response> {
  const [only] = posts.length === 1 ? posts : []
  const byId = new Map(posts.map((post) => [post.id, post]))
  try {
    // A few more, because a comment may hang on a post that has gone.
    const latest = await list(only ? shown : shown * 2, only?.id ?? null)
    const comments = latest.flatMap((comment) => {
      const post = byId.get(comment.postId)
      return post ? [{ comment, post }] : []
    })
    const text = commentsRss({ ...feed, siteUrl: env.SITE_URL, comments: comments.slice(0, shown) })
    const headers = new Headers({
      'Content-Type': 'application/rss+xml; charset=utf-8',
      'Cache-Control': 'no-cache',
    })
    return answerTagged(request, tagText(text), headers)
  } catch (error) {
    console.error(`A feed of comments could not be read: ${describeError(error)}`)
    return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
  }
}
