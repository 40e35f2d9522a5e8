import { indexPosts } from './index-posts'
import { isPublic } from './is-public'
import { loadCatalogue } from './load-catalogue'
import type { Post } from './post'

/** What the P.S. of a post says; the sentence is the author's own, or null. */
export type Suggestion = { post: Post; sentence: string | null }

/** The author's pick while it is public, else the most alike post that is; null when there is neither. */
export async function suggestPost(post: Post, now: Date = new Date()): Promise<Suggestion | null> {
  const { bySlug } = indexPosts((await loadCatalogue()).posts)
  const readable = (slug: string) => {
    const found = bySlug.get(slug)
    return found && isPublic(found, now) ? found : null
  }
  const picked = post.enjoy && readable(post.enjoy.slug)
  if (post.enjoy && picked) return { post: picked, sentence: post.enjoy.sentence }
  for (const slug of post.related) {
    const match = readable(slug)
    if (match) return { post: match, sentence: null }
  }
  return null
}
