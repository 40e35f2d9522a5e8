import { listPosts } from './list-posts'
import type { Post } from './post'

/** The public posts just after and just before a post in time; null at either end. */
export async function findNeighbours(
  post: Post,
  now: Date = new Date(),
): Promise<{ newer: Post | null; older: Post | null }> {
  const posts = await listPosts(now)
  const index = posts.findIndex(({ slug }) => slug === post.slug)
  if (index === -1) return { newer: null, older: null }
  return { newer: posts[index - 1] ?? null, older: posts[index + 1] ?? null }
}
