import type { Post } from './post'

type Index = {
  bySlug: ReadonlyMap<string, Post>
  byId: ReadonlyMap<string, Post>
  /** The posts whose author's pick is a post, by its slug. */
  byPick: ReadonlyMap<string, Post[]>
}

const indexes = new WeakMap<readonly Post[], Index>()

/** The posts of a catalogue by what they are looked for; made once for each catalogue, since every page of a build asks. */
export function indexPosts(posts: readonly Post[]): Index {
  const known = indexes.get(posts)
  if (known) return known
  const index = {
    bySlug: new Map(posts.map((post) => [post.slug, post])),
    byId: new Map(posts.map((post) => [post.id, post])),
    byPick: groupByPick(posts),
  }
  indexes.set(posts, index)
  return index
}

function groupByPick(posts: readonly Post[]): Map<string, Post[]> {
  const groups = new Map<string, Post[]>()
  for (const post of posts) {
    if (!post.enjoy) continue
    const group = groups.get(post.enjoy.slug)
    if (group) group.push(post)
    else groups.set(post.enjoy.slug, [post])
  }
  return groups
}
