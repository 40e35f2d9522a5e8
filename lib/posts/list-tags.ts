import { site } from '../../content/site'
import { sharedLanguage } from './language'
import { listPosts, listPostsToCome } from './list-posts'
import type { Post } from './post'
import { slugify } from './slugify'

/** A tag with the number of public posts that carry it; spelled as in the newest of them. */
export type Tag = {
  tag: string
  slug: string
  count: number
  /** The language all of these posts are in; null for the site's, and for a tag of several languages. */
  lang: string | null
}

/** A tag as one post has it: spelled as there. */
export type TagOfPost = Pick<Tag, 'tag' | 'slug' | 'lang'>

/** The tags of public posts, the most used first, then by name. */
export async function listTags(now: Date = new Date()): Promise<Tag[]> {
  const tags = [...taggedOf(await listPosts(now))].map(([slug, { tag, lang, posts }]) => ({
    tag,
    slug,
    count: posts.length,
    lang,
  }))
  return tags.sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag, site.language))
}

type Tagged = {
  /** As the newest of the posts spells it. */
  tag: string
  /** As in `Tag`. */
  lang: string | null
  posts: Post[]
}

/** The public posts of a list by the slugs of their tags; made once for each list, since every page of a tag asks. */
const taggedIn = new WeakMap<readonly Post[], ReadonlyMap<string, Tagged>>()

/** The public posts with a tag, newest first. Empty when there is no such tag. The list is shared: copy it before you sort it. */
export async function listPostsWithTag(tagSlug: string, now: Date = new Date()): Promise<Post[]> {
  return taggedOf(await listPosts(now)).get(tagSlug)?.posts ?? []
}

/** The tags of one post in its author's order, each with the language that all posts with it are in, as in `Tag`. */
export async function listTagsOf(post: Post): Promise<TagOfPost[]> {
  const tagged = taggedOf(await listPosts())
  return [...tagsOf(post)].map(([slug, tag]) => ({ tag, slug, lang: tagged.get(slug)?.lang ?? null }))
}

function taggedOf(posts: readonly Post[]): ReadonlyMap<string, Tagged> {
  const known = taggedIn.get(posts)
  if (known) return known
  const tagged = new Map<string, Tagged>()
  for (const post of posts) {
    for (const [slug, tag] of tagsOf(post)) {
      const others = tagged.get(slug)
      if (others) others.posts.push(post)
      else tagged.set(slug, { tag, lang: null, posts: [post] })
    }
  }
  for (const each of tagged.values()) each.lang = sharedLanguage(each.posts)
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
