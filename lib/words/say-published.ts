import { formatDate } from '../posts/dates'
import type { Post } from '../posts/post'

/**
 * The day a post is published, as `formatDate` says it; and, where readers do not see the post, why. Only `npm run dev`
 * shows such a post: on the pages of readers these are the same letters as without.
 */
export function sayPublished(
  { draft, publishedAt }: Pick<Post, 'draft' | 'publishedAt'>,
  style: 'day' | 'short',
  now: Date = new Date(),
): string {
  const day = formatDate(publishedAt, style)
  if (draft) return `${day} (draft)`
  return Date.parse(publishedAt) > now.getTime() ? `${day} (to\u00a0come)` : day
}
