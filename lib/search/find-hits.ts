import { findWords } from './find-words'
import type { SearchIndex } from './search-index'

/** A post that was found, and the words of it that made the match, as the index knows them. */
export type Hit = { slug: string; terms: string[] }

/** What a query found: `guessed` when a word of it stands nowhere, and a post was found by one like it. */
export type Hits = { hits: Hit[]; guessed: boolean }

/**
 * The posts that hold every word of a query, or words that begin with it, best first; when there is none, those that
 * hold any. Posts of which `isShown` says no are as if they were not there. A query without a word finds nothing.
 */
export function findHits(
  index: SearchIndex,
  query: string,
  isShown: (slug: string) => boolean = () => true,
): Hits {
  const words = findWords(index.words, query)
  const queries = words.map(({ weights }) => ({
    queries: [...weights.keys()],
    combineWith: 'OR' as const,
    boostTerm: (term: string) => weights.get(term) ?? 1,
  }))
  const search = (combineWith: 'AND' | 'OR') =>
    index.posts.search({ combineWith, queries }, { filter: ({ id }) => isShown(String(id)) })
  const all = search('AND')
  const hits = (all.length > 0 ? all : search('OR')).map(({ id, terms }) => ({ slug: String(id), terms }))
  const guesses = new Set(words.flatMap(({ weights, guessed }) => (guessed ? [...weights.keys()] : [])))
  return { hits, guessed: hits.some(({ terms }) => terms.some((term) => guesses.has(term))) }
}
