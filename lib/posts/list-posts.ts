import { isPublic } from './is-public'
import { loadCatalogue } from './load-catalogue'
import type { Post } from './post'

/** Every post readers may see, newest first. */
export async function listPosts(now: Date = new Date()): Promise<Post[]> {
  const { posts } = await loadCatalogue()
  return posts.filter((post) => isPublic(post, now))
}

/** Every post that has or will have an address before the next build: public and scheduled ones, newest first. */
export async function listPostsToCome(): Promise<Post[]> {
  const { posts } = await loadCatalogue()
  return posts.filter((post) => !post.draft || isPublic(post, new Date()))
}

/** The slugs of all public and scheduled posts, for `generateStaticParams`. */
export async function listAllSlugs(): Promise<string[]> {
  return (await listPostsToCome()).map(({ slug }) => slug)
}
