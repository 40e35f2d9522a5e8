import { listPosts, listPostsToCome } from './list-posts'
import type { Post } from './post'

/** Posts that belong together, in their author's order; only those readers may see. */
export type SeriesOfPosts = { name: string; slug: string; posts: Post[] }

/** The series that have a public post, the one with the newest post first. */
export async function listSeries(now: Date = new Date()): Promise<SeriesOfPosts[]> {
  const found = new Map<string, SeriesOfPosts>()
  for (const post of await listPosts(now)) {
    if (!post.series) continue
    const { name, slug } = post.series
    const known = found.get(slug)
    if (known) known.posts.push(post)
    else found.set(slug, { name, slug, posts: [post] })
  }
  for (const { posts } of found.values()) {
    posts.sort((a, b) => (a.series?.order ?? 0) - (b.series?.order ?? 0))
  }
  return [...found.values()]
}

/** One series, or null when it has no public post. */
export async function findSeries(slug: string, now: Date = new Date()): Promise<SeriesOfPosts | null> {
  return (await listSeries(now)).find((series) => series.slug === slug) ?? null
}

/** The slugs of the series of all public and scheduled posts, for `generateStaticParams`. */
export async function listAllSeriesSlugs(): Promise<string[]> {
  const slugs = new Set((await listPostsToCome()).flatMap(({ series }) => (series ? [series.slug] : [])))
  return [...slugs].sort()
}
