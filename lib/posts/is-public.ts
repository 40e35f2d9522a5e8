import type { Post } from './post'

/** True in `npm run dev`, which shows its author drafts and scheduled posts as well. */
export function showsEverything(): boolean {
  return process.env.NODE_ENV === 'development'
}

/** True when readers may see a post: no draft, and its time has come. */
export function isPublic(post: Pick<Post, 'draft' | 'publishedAt'>, now: Date): boolean {
  return showsEverything() || (!post.draft && Date.parse(post.publishedAt) <= now.getTime())
}
