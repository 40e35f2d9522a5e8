import { listPostsWithTag } from './list-tags'
import type { Post } from './post'
import { slugify } from './slugify'

/** A tag by its slug, spelled as in the newest of its public posts; null when none has it, or none yet. */
export async function findTag(
  slug: string,
  now: Date = new Date(),
): Promise<{ name: string; slug: string; posts: Post[] } | null> {
  const posts = await listPostsWithTag(slug, now)
  const name = posts.flatMap(({ tags }) => tags).find((tag) => slugify(tag) === slug)
  return name === undefined ? null : { name, slug, posts }
}
