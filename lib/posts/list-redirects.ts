import type { Post } from './post'

type Redirect = { source: string; destination: string; permanent: true }

/** The old addresses of posts in the pattern language of Next's `redirects`, each with where it leads for good (308). */
export function listRedirects(posts: Pick<Post, 'slug' | 'redirects'>[]): Redirect[] {
  return posts.flatMap(({ slug, redirects }) =>
    redirects.map((old): Redirect => {
      return { source: escapePattern(old), destination: `/posts/${slug}`, permanent: true }
    }),
  )
}

/** The addresses of what was taken down, in the same language, each with the route that answers 410. */
export function listGone(gone: readonly string[]): { source: string; destination: string }[] {
  return gone.map((address) => ({ source: escapePattern(address), destination: '/gone/answer' }))
}

/** What the patterns of path-to-regexp give a meaning of its own stands for itself; they see addresses encoded. */
function escapePattern(address: string): string {
  return address.replace(/[\\(){}:*+?]/g, '\\$&').replace(/[^!-~]+/g, encodeURIComponent)
}
