import { indexPosts } from './index-posts'
import { isPublic } from './is-public'
import { loadCatalogue } from './load-catalogue'
import type { Post } from './post'

/** What the P.S. of a post says; the sentence is the author's own, or null. */
export type Suggestion = { post: Post; sentence: string | null }

/** One, and two more for those who have read it. */
const most = 3

/** The author's pick while it is public, then the most alike posts that are; empty when there are neither. */
export async function listSuggestions(post: Post, now: Date = new Date()): Promise<Suggestion[]> {
  const { bySlug } = indexPosts((await loadCatalogue()).posts)
  const toSuggestion = (slug: string, sentence: string | null): Suggestion[] => {
    const found = bySlug.get(slug)
    return found && isPublic(found, now) ? [{ post: found, sentence }] : []
  }
  const { enjoy } = post
  const picked = enjoy ? toSuggestion(enjoy.slug, enjoy.sentence) : []
  const alike = post.related.filter((slug) => slug !== enjoy?.slug)
  return [...picked, ...alike.flatMap((slug) => toSuggestion(slug, null))].slice(0, most)
}

/** The public posts that name a post in their P.S. because their author picked it, newest first. */
export async function listRecommending({ slug }: Post, now: Date = new Date()): Promise<Post[]> {
  const { byPick } = indexPosts((await loadCatalogue()).posts)
  return (byPick.get(slug) ?? []).filter((post) => isPublic(post, now))
}
