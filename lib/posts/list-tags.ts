import { site } from '../../content/site'
import { listPosts, listPostsToCome } from './list-posts'
import type { Post } from './post'
import { slugify } from './slugify'

/** A tag with the number of public posts that carry it; spelled as in the newest of them. */
export type Tag = { tag: string; slug: string; count: number }

/** The tags of public posts, the most used first, then by name. */
export async function listTags(now: Date = new Date()): Promise<Tag[]> {
  const tags = new Map<string, Tag>()
  for (const post of await listPosts(now)) {
    for (const [slug, tag] of tagsOf(post)) {
      const known = tags.get(slug)
      if (known) known.count++
      else tags.set(slug, { tag, slug, count: 1 })
    }
  }
  return [...tags.values()].sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag, site.language))
}

/** The public posts of a list by the slugs of their tags; made once for each list, since every page of a tag asks. */
const taggedIn = new WeakMap<readonly Post[], ReadonlyMap<string, Post[]>>()

/** The public posts with a tag, newest first. Empty when there is no such tag. The list is shared: copy it before you sort it. */
export async function listPostsWithTag(tagSlug: string, now: Date = new Date()): Promise<Post[]> {
  return taggedOf(await listPosts(now)).get(tagSlug) ?? []
}

function taggedOf(posts: readonly Post[]): ReadonlyMap<string, Post[]> {
  const known = taggedIn.get(posts)
  if (known) return known
  const tagged = new Map<string, Post[]>()
  for (const post of posts) {
    for (const slug of tagsOf(post).keys()) {
      const others = tagged.get(slug)
      if (others) others.push(post)
      else tagged.set(slug, [post])
    }
  }
  taggedIn.set(posts, tagged)
  return tagged
}

/** The slugs of the tags of all public and scheduled posts, for `generateStaticParams`. */
export async function listAllTagSlugs(): Promise<string[]> {
  const slugs = new Set((await listPostsToCome()).flatMap((post) => [...tagsOf(post).keys()]))
  return [...slugs].sort()
}

function tagsOf(post: Post): Map<string, string> {
  return new Map(post.tags.map((tag) => [slugify(tag), tag]))
}
