import { listPosts } from '../posts/list-posts'
import type { Post } from '../posts/post'
import { cutSnippet, type Piece } from './cut-snippet'
import { indexOf, readText } from './index-of'
import { searchIndex } from './search-index'

/** A post that was found, and the passage that tells why. */
export type Found = { post: Post; snippet: Piece[] }

/** More is not read by anybody: whoever finds so many searches again. */
const most = 20

/**
 * The public posts that a query finds, best first: `total` counts them all, and the best twenty are given. Throws when
 * the build left no index.
 */
export async function searchPosts(
  query: string,
  now: Date = new Date(),
): Promise<{ total: number; found: Found[] }> {
  const posts = await listPosts(now)
  const bySlug = new Map(posts.map((post) => [post.slug, post]))
  const hits = searchIndex(await indexOf(posts), query).flatMap(({ slug, terms }) => {
    const post = bySlug.get(slug)
    return post ? { post, terms } : []
  })
  const found = hits.slice(0, most).map(async ({ post, terms }): Promise<Found> => {
    return { post, snippet: cutSnippet(await readText(post), terms) }
  })
  return { total: hits.length, found: await Promise.all(found) }
}
