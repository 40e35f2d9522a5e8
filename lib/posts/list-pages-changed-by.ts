import { quotePath } from '../quotes/quote-address'
import { listPosts } from './list-posts'
import { findSeries } from './list-series'
import { findNeighbours } from './neighbours'
import type { Post } from './post'
import { slugify } from './slugify'
import { suggestPost } from './suggest'

/** Pages of posts, and the paths of what is kept and lists posts; feeds are written when somebody asks. */
export type ChangedPages = { posts: Post[]; lists: string[] }

/**
 * Every page that says something else since a post is public (at `now`): its own and those of its neighbours, of the
 * other parts of its series, and of the posts whose P.S. now names it; and every list it stands in.
 */
export async function listPagesChangedBy(post: Post, now: Date = new Date()): Promise<ChangedPages> {
  const { newer, older } = await findNeighbours(post, now)
  const series = post.series && (await findSeries(post.series.slug, now))
  const posts = [post, newer, older, ...(series?.posts ?? []), ...(await listSuggesting(post, now))]
  const tags = post.tags.map((tag) => `/tags/${slugify(tag)}`)
  const lists = [
    '/',
    '/archive',
    '/sitemap.xml',
    ...tags,
    ...(series ? [`/series/${series.slug}`] : []),
    ...(post.quotes.length > 0 ? ['/quotes'] : []),
    ...post.quotes.map((quote) => quotePath(post, quote)),
  ]
  return { posts: [...new Set(posts)].filter((each) => each !== null), lists: [...new Set(lists)] }
}

/** The public posts whose P.S. names a post. */
async function listSuggesting({ id }: Post, now: Date): Promise<Post[]> {
  const posts = await listPosts(now)
  const suggestions = await Promise.all(posts.map((each) => suggestPost(each, now)))
  return posts.filter((_, index) => suggestions[index]?.post.id === id)
}
