import { isPublic } from './is-public'
import { loadCatalogue } from './load-catalogue'
import type { Post } from './post'
import { refuseMistakes } from './refuse-mistakes'

/** The public post of an address, or null. In `npm run dev` it throws a `MistakesError` when the file has mistakes. */
export async function findPost(slug: string, now: Date = new Date()): Promise<Post | null> {
  await refuseMistakes(`posts/${slug}.mdx`)
  const { posts } = await loadCatalogue()
  return posts.find((post) => post.slug === slug && isPublic(post, now)) ?? null
}

/** The public post with an id, which stays when its slug changes, or null. */
export async function findPostById(id: string, now: Date = new Date()): Promise<Post | null> {
  const { posts } = await loadCatalogue()
  return posts.find((post) => post.id === id && isPublic(post, now)) ?? null
}
