import { type FoundWord, findWords, isCommon } from './find-words'
import { namingFields, type SearchIndex, toTerms } from './search-index'

/** A post that was found, and the words of it that made the match, as the index knows them. */
export type Hit = { slug: string; terms: string[] }

/**
 * What a query found: how many posts in all, the best of them, `guessed` when a word of it stands nowhere, and a post was
 * found by one like it, `common` when its words are in so many posts that texts were not looked through, and `partly` when
 * the posts may hold but some of its words.
 */
export type Hits = { total: number; hits: Hit[]; guessed: boolean; common: boolean; partly: boolean }

/** More is not read by anybody: whoever finds so many searches again. */
const most = 20

/**
 * The posts that hold every word of a query, or words that begin with it, the best twenty, best first; when there is
 * none, those that hold any. Words that stand in thousands of posts, each, are looked for in titles, tags, headings and
 * descriptions alone, if one post has them there. Posts of which `isShown` says no are as if they were not there. A query
 * without a word finds nothing.
 */
export function findHits(
  index: SearchIndex,
  query: string,
  isShown: (slug: string) => boolean = () => true,
): Hits {
  for (const least of [0, 1] as const) {
    const words = findWords(index.words, query, least)
    const hits = findByWords(index, query, words, isShown)
    // Where its words stand in posts that are not shown, there may be others that it means.
    if (hits.total > 0 || words.every(({ weights }) => weights.size === 0)) return hits
  }
  return findByWords(index, query, findWords(index.words, query, 2), isShown)
}

function findByWords(
  index: SearchIndex,
  query: string,
  words: FoundWord[],
  isShown: (slug: string) => boolean,
): Hits {
  const search = (asked: FoundWord[], combineWith: 'AND' | 'OR', fields?: string[]) =>
    index.posts.search(
      { combineWith, queries: asked.map(toQuery) },
      { filter: ({ id }) => isShown(String(id)), fields },
    )
  const areCommon = words.every(isCommon)
  const named = areCommon ? search(words, 'AND', namingFields) : []
  const common = named.length > 0
  // In texts the rarest of common words is enough to look at.
  const asked = areCommon && !common ? words.slice(0, 1) : words
  const all = common ? named : search(asked, 'AND')
  const found = all.length > 0 ? all : search(asked, 'OR')
  const guesses = words.flatMap(({ weights, guessed }) => (guessed ? [...weights.keys()] : []))
  return {
    total: found.length,
    hits: found.slice(0, most).map(({ id, terms }) => ({ slug: String(id), terms })),
    common,
    partly: found.length > 0 && (all.length === 0 || asked.length < new Set(toTerms(query)).size),
    guessed: found.some(({ match }) => guesses.some((term) => Object.hasOwn(match, term))),
  }
}

function toQuery({ weights }: FoundWord) {
  return {
    queries: [...weights.keys()],
    combineWith: 'OR' as const,
    boostTerm: (term: string) => weights.get(term) ?? 1,
  }
}
