import { findWords } from './find-words'
import { namingFields, type SearchIndex } from './search-index'

/** A post that was found, and the words of it that made the match, as the index knows them. */
export type Hit = { slug: string; terms: string[] }

/**
 * What a query found: how many posts in all, the best of them, `guessed` when a word of it stands nowhere, and a post was
 * found by one like it, and `common` when its words are in so many posts that their texts were not looked through.
 */
export type Hits = { total: number; hits: Hit[]; guessed: boolean; common: boolean }

/** More is not read by anybody: whoever finds so many searches again. */
const most = 20

/** To look at a word in so many texts takes 15 ms, and tells none of them apart. */
const manyPosts = 5_000

/**
 * The posts that hold every word of a query, or words that begin with it, the best twenty, best first; when there is
 * none, those that hold any. A word that thousands of posts hold, alone, is looked for in their titles, tags, headings and
 * descriptions, if it is in any. Posts of which `isShown` says no are as if they were not there. A query without a word finds nothing.
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
  const search = (combineWith: 'AND' | 'OR', fields?: string[]) =>
    index.posts.search({ combineWith, queries }, { filter: ({ id }) => isShown(String(id)), fields })
  const isCommon = words.length === 1 && words.every(({ posts }) => posts > manyPosts)
  const named = isCommon ? search('AND', namingFields) : []
  const all = named.length > 0 ? named : search('AND')
  const found = all.length > 0 ? all : search('OR')
  const guesses = words.flatMap(({ weights, guessed }) => (guessed ? [...weights.keys()] : []))
  return {
    total: found.length,
    hits: found.slice(0, most).map(({ id, terms }) => ({ slug: String(id), terms })),
    common: named.length > 0,
    guessed: found.some(({ match }) => guesses.some((term) => Object.hasOwn(match, term))),
  }
}
