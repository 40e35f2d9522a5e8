import { listPosts } from './list-posts'
import type { Post } from './post'

/** Where each post stands in a list, by slug; made once for each list, since every page of a build asks. */
const placesIn = new WeakMap<readonly Post[], ReadonlyMap<string, number>>()

/** The public posts just after and just before a post in time; null at either end. */
export async function findNeighbours(
  post: Post,
  now: Date = new Date(),
): Promise<{ newer: Post | null; older: Post | null }> {
  const posts = await listPosts(now)
  const index = placesOf(posts).get(post.slug)
  if (index === undefined) return { newer: null, older: null }
  return { newer: posts[index - 1] ?? null, older: posts[index + 1] ?? null }
}

function placesOf(posts: readonly Post[]): ReadonlyMap<string, number> {
  const known = placesIn.get(posts)
  if (known) return known
  const places = new Map(posts.map(({ slug }, index) => [slug, index]))
  placesIn.set(posts, places)
  return places
}
