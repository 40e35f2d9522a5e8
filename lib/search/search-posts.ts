import { listPosts } from '../posts/list-posts'
import { listTagsOf, type TagOfPost } from '../posts/list-tags'
import type { Post } from '../posts/post'
import { cutSnippet, markHits, type Piece } from './cut-snippet'
import { findHits, type Hits } from './find-hits'
import { indexOf, readText } from './index-of'

/** A tag of a post that was found, with the words that made it so marked. */
export type FoundTag = Pick<TagOfPost, 'slug' | 'lang'> & { pieces: Piece[] }

/** A post that was found, with the words that made it so marked: its title, a passage, and those of its tags that have one, if any. */
export type Found = { post: Post; title: Piece[]; snippet: Piece[]; tags: FoundTag[] }

/** What a query found, as in `Hits`: how many posts in all, and the best of them. */
export type SearchResults = Omit<Hits, 'hits'> & { found: Found[] }

/** The public posts that a query finds, the best twenty, best first. Throws when the build left no index. */
export async function searchPosts(query: string, now: Date = new Date()): Promise<SearchResults> {
  const posts = await listPosts(now)
  const bySlug = new Map(posts.map((post) => [post.slug, post]))
  const { hits, ...counted } = findHits(await indexOf(posts), query, (slug) => bySlug.has(slug))
  const found = hits.flatMap(({ slug, terms }) => {
    const post = bySlug.get(slug)
    return post ? markPost(post, terms) : []
  })
  return { ...counted, found: await Promise.all(found) }
}

/** The passage is of the text, or the description where the text has none of the words. */
async function markPost(post: Post, terms: string[]): Promise<Found> {
  const passage = cutSnippet(await readText(post), terms)
  const tags = (await listTagsOf(post)).map(({ tag, ...rest }) => ({ ...rest, pieces: markHits(tag, terms) }))
  return {
    post,
    title: markHits(post.title, terms),
    snippet: passage.some(isHit) ? passage : markHits(post.description, terms),
    tags: tags.filter(({ pieces }) => pieces.some(isHit)),
  }
}

function isHit(piece: Piece): boolean {
  return piece.isHit
}
