import { indexPosts } from './index-posts'
import { isPublic } from './is-public'
import { loadCatalogue } from './load-catalogue'
import type { Post } from './post'
import { refuseMistakes } from './refuse-mistakes'

/** The public post of an address, or null. In `npm run dev` it throws a `MistakesError` when the file has mistakes. */
export async function findPost(slug: string, now: Date = new Date()): Promise<Post | null> {
  await refuseMistakes(`posts/${slug}.mdx`)
  const post = indexPosts((await loadCatalogue()).posts).bySlug.get(slug)
  return post && isPublic(post, now) ? post : null
}

/** The public post with an id, which stays when its slug changes, or null. */
export async function findPostById(id: string, now: Date = new Date()): Promise<Post | null> {
  const post = indexPosts((await loadCatalogue()).posts).byId.get(id)
  return post && isPublic(post, now) ? post : null
}
