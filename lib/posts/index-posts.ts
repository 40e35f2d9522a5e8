import type { Post } from './post'

type Index = { bySlug: ReadonlyMap<string, Post>; byId: ReadonlyMap<string, Post> }

const indexes = new WeakMap<readonly Post[], Index>()

/** The posts of a catalogue by slug and by id; made once for each catalogue, since every page of a build asks. */
export function indexPosts(posts: readonly Post[]): Index {
  const known = indexes.get(posts)
  if (known) return known
  const index = {
    bySlug: new Map(posts.map((post) => [post.slug, post])),
    byId: new Map(posts.map((post) => [post.id, post])),
  }
  indexes.set(posts, index)
  return index
}
