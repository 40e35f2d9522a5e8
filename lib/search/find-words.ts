import type SearchableMap from 'minisearch/SearchableMap'
import { toTerms } from './search-index'

/** A word of a query: the words of the index that it may mean, each with its weight, up to 1 for the very same, and in how many posts they stand, each counted for itself. */
export type FoundWord = { weights: Map<string, number>; guessed: boolean; posts: number }

/**
 * How many words in posts a query looks at, one after the other: 10 ms of them. A word that stands everywhere tells
 * nothing apart, and a query of such words must not hold up the server.
 */
const enough = 10_000

/**
 * What the words of a query mean, rarest first, by the words of all posts and the number of posts each stands in. What
 * is there as it was typed, or begins so, was meant so; only what stands nowhere is taken for a slip of the finger.
 * The commonest words of a query that comes to too many are left out.
 */
export function findWords(words: SearchableMap<number>, query: string): FoundWord[] {
  const found = [...new Set(toTerms(query))].map((term) => findWord(words, term))
  let seen = 0
  return found
    .sort((a, b) => a.posts - b.posts)
    .filter(({ posts }, index) => {
      seen += posts
      return index === 0 || seen <= enough
    })
}

function findWord(words: SearchableMap<number>, typed: string): FoundWord {
  const written = listBeginnings(words, typed)
  const guessed = written.length === 0
  const near = (guessed ? listGuesses(words, typed) : written).sort((a, b) => a.distance - b.distance)
  const weights = new Map<string, number>()
  let posts = 0
  for (const { term, distance, count } of near) {
    posts += count
    if (posts > enough && weights.size > 0) break
    weights.set(term, distance === 0 ? 1 : (0.4 * typed.length) / (typed.length + distance))
  }
  return { weights, guessed, posts }
}

/** A word of the index, how many letters it is away from what was typed, and in how many posts it stands. */
type Near = { term: string; distance: number; count: number }

function listBeginnings(words: SearchableMap<number>, typed: string): Near[] {
  // One letter begins too many words.
  if (typed.length === 1) {
    const count = words.get(typed)
    return count === undefined ? [] : [{ term: typed, distance: 0, count }]
  }
  return [...words.atPrefix(typed)].map(([term, count]) => {
    return { term, distance: term.length - typed.length, count }
  })
}

/** One slip of the finger in a word of four letters, two in one of eight. */
function listGuesses(words: SearchableMap<number>, typed: string): Near[] {
  if (typed.length < 4) return []
  return [...words.fuzzyGet(typed, typed.length < 8 ? 1 : 2)].map(([term, [count, distance]]) => {
    return { term, distance, count }
  })
}
