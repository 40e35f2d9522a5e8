import { showsEverything } from './is-public'
import { loadCatalogue } from './load-catalogue'
import type { Post } from './post'

/** The public posts of a catalogue as last listed, and the place of the newest of them among all: every page of a build asks. */
const listed = new WeakMap<Post[], { newest: number; posts: Post[] }>()

/** Every post readers may see, newest first. The list is shared: copy it before you sort it. */
export async function listPosts(now: Date = new Date()): Promise<Post[]> {
  const { posts } = await loadCatalogue()
  if (showsEverything()) return posts
  const newest = posts.findIndex(({ publishedAt }) => Date.parse(publishedAt) <= now.getTime())
  if (newest === -1) return []
  const known = listed.get(posts)
  if (known?.newest === newest) return known.posts
  const found = posts.slice(newest).filter(({ draft }) => !draft)
  listed.set(posts, { newest, posts: found })
  return found
}

/** So many posts are drawn by a build, the newest: an older one when it is first asked for (docs/decisions/0026). */
export const mostDrawn = 2_000

/** The posts that a build draws, at most `most`. */
export async function listPostsToDraw(most = mostDrawn): Promise<Post[]> {
  return (await listPosts()).slice(0, most)
}

/**
 * Every post that has or will have an address before the next build: public and scheduled ones, newest first. None in
 * `npm run dev`: Next keeps to such a list until the request after the next, and would say of a new file that it is not
 * there, and never what is wrong with it. Without one every page looks for itself.
 */
export async function listPostsToCome(): Promise<Post[]> {
  if (showsEverything()) return []
  return (await loadCatalogue()).posts.filter(({ draft }) => !draft)
}
