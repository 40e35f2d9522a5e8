import type { Tag } from '@/lib/posts/list-tags'
import type { Post } from '@/lib/posts/post'
import { slugify } from '@/lib/posts/slugify'

/**
 * The other tags on these posts with how often they stand there: most often first, then by name. Which language each is in
 * the posts of one tag do not tell: it stands in the list of `all`.
 */
export function relatedTags(tagSlug: string, posts: Pick<Post, 'tags'>[], all: Tag[]): Tag[] {
  const languages = new Map(all.map(({ slug, lang }) => [slug, lang]))
  const found = new Map<string, Tag>()
  for (const tag of posts.flatMap(({ tags }) => tags)) {
    const slug = slugify(tag)
    const known = found.get(slug)
    if (known) known.count++
    else if (slug !== tagSlug) found.set(slug, { tag, slug, count: 1, lang: languages.get(slug) ?? null })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag))
}
