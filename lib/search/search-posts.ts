import { listPosts } from '../posts/list-posts'
import type { Post } from '../posts/post'
import { cutSnippet, markHits, type Piece } from './cut-snippet'
import { findHits } from './find-hits'
import { indexOf, readText } from './index-of'

/** A post that was found, with the words that made it so marked: its title, a passage, and those of its tags that have one, if any. */
export type Found = { post: Post; title: Piece[]; snippet: Piece[]; tags: Piece[] }

/** What a query found: how many posts in all, the best of them, and whether its words had to be guessed. */
export type SearchResults = { total: number; guessed: boolean; found: Found[] }

/** More is not read by anybody: whoever finds so many searches again. */
const most = 20

/** The public posts that a query finds, the best twenty, best first. Throws when the build left no index. */
export async function searchPosts(query: string, now: Date = new Date()): Promise<SearchResults> {
  const posts = await listPosts(now)
  const bySlug = new Map(posts.map((post) => [post.slug, post]))
  const { hits, guessed } = findHits(await indexOf(posts), query, (slug) => bySlug.has(slug))
  const found = hits.slice(0, most).flatMap(({ slug, terms }) => {
    const post = bySlug.get(slug)
    return post ? markPost(post, terms) : []
  })
  return { total: hits.length, guessed, found: await Promise.all(found) }
}

/** The passage is of the text, or the description where the text has none of the words. */
async function markPost(post: Post, terms: string[]): Promise<Found> {
  const passage = cutSnippet(await readText(post), terms)
  return {
    post,
    title: markHits(post.title, terms),
    snippet: passage.some(isHit) ? passage : markHits(post.description, terms),
    tags: markHits(post.tags.filter((tag) => markHits(tag, terms).some(isHit)).join(', '), terms),
  }
}

function isHit(piece: Piece): boolean {
  return piece.isHit
}
