import type { Post } from './post'

/** True when readers may see a post: no draft, and its time has come. `npm run dev` shows the author everything. */
export function isPublic(post: Pick<Post, 'draft' | 'publishedAt'>, now: Date): boolean {
  if (process.env.NODE_ENV === 'development') return true
  return !post.draft && Date.parse(post.publishedAt) <= now.getTime()
}
