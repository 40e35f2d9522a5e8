import type { Post } from '../posts/post'

/** `closed`: this post takes no comments, or takes none any more. `paused`: no post does just now. */
export type Closed = 'closed' | 'paused'

const day = 24 * 60 * 60 * 1000

/**
 * Why a post takes no comments now; null when it does. `closeAfterDays` counts from its publication, null never
 * closes. What was said stays, whatever comes out.
 */
export function whyClosed(
  post: Pick<Post, 'comments' | 'publishedAt'>,
  { closeAfterDays, isPaused, now }: { closeAfterDays: number | null; isPaused: boolean; now: Date },
): Closed | null {
  if (!post.comments) return 'closed'
  const age = now.getTime() - Date.parse(post.publishedAt)
  if (closeAfterDays !== null && age >= closeAfterDays * day) return 'closed'
  return isPaused ? 'paused' : null
}
