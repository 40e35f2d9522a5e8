import { quotePath } from '../quotes/quote-address'
import { findPost } from './find-post'
import { listPosts } from './list-posts'
import { findSeries } from './list-series'
import { findNeighbours } from './neighbours'
import type { Post } from './post'
import { slugify } from './slugify'
import { listSuggestions } from './suggest'

/** Pages of posts, and the paths of what is kept and lists posts; feeds are written when somebody asks. */
export type ChangedPages = { posts: Post[]; lists: string[] }

/**
 * Every page that says something else since a post is public (at `now`): its own and those of its neighbours, of the
 * other parts of its series, of the posts whose P.S. may now name it, and of the one that it recommends; and every list
 * it stands in.
 */
export async function listPagesChangedBy(post: Post, now: Date = new Date()): Promise<ChangedPages> {
  const { newer, older } = await findNeighbours(post, now)
  const series = post.series && (await findSeries(post.series.slug, now))
  const recommended = post.enjoy && (await findPost(post.enjoy.slug, now))
  const suggesting = await listSuggesting(post, now)
  const posts = [post, newer, older, recommended, ...(series?.posts ?? []), ...suggesting]
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

/** The public posts whose P.S. names a post, to all readers or to some. */
async function listSuggesting({ id }: Post, now: Date): Promise<Post[]> {
  const posts = await listPosts(now)
  const suggestions = await Promise.all(posts.map((each) => listSuggestions(each, now)))
  return posts.filter((_, index) => suggestions[index]?.some(({ post }) => post.id === id))
}
