import { site } from '../../content/site'
import { sharedLanguage } from './language'
import { listPostsWithTag } from './list-tags'
import type { Post } from './post'
import { slugify } from './slugify'

/** A tag with its public posts, newest first. */
export type TagWithPosts = {
  name: string
  slug: string
  /** What `site.ts` says of it, or null. */
  sentence: string | null
  /** The language all of its posts are in; null for the site's, and for a tag of several languages. */
  lang: string | null
  posts: Post[]
}

/** A tag by its slug, spelled as in the newest of its public posts; null when none has it, or none yet. */
export async function findTag(slug: string, now: Date = new Date()): Promise<TagWithPosts | null> {
  const posts = await listPostsWithTag(slug, now)
  const name = posts.flatMap(({ tags }) => tags).find((tag) => slugify(tag) === slug)
  if (name === undefined) return null
  const described = Object.entries(site.tags).find(([tag]) => slugify(tag) === slug)
  return {
    name,
    slug,
    sentence: described?.[1] ?? null,
    lang: sharedLanguage(posts),
    posts,
  }
}
