import type { Tag } from '@/lib/posts/list-tags'
import { slugify } from '@/lib/posts/slugify'

/** The other tags on these posts with how often they stand there: most often first, then by name. */
export function relatedTags(tagSlug: string, posts: { tags: string[] }[]): Tag[] {
  const found = new Map<string, Tag>()
  for (const tag of posts.flatMap((post) => post.tags)) {
    const slug = slugify(tag)
    const known = found.get(slug)
    if (known) known.count++
    else if (slug !== tagSlug) found.set(slug, { tag, slug, count: 1 })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag))
}
