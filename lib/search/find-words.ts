import type SearchableMap from 'minisearch/SearchableMap'
import { toTerms } from './search-index'

/**
 * A word of a query: the words of the index that it may mean, each with its weight, up to 1 for the very same, and in how
 * many posts these stand, where a post counts for each of them.
 */
export type FoundWord = { weights: Map<string, number>; guessed: boolean; posts: number }

/** Of the finger, in one word. */
export type Slips = 0 | 1 | 2

/**
 * How many words in posts a query looks at, one after the other: 10 ms of them. A word that stands everywhere tells
 * nothing apart, and a query of such words must not hold up the server.
 */
const enough = 6_000

/** It stands in so many posts, by itself, that their texts are not looked through. */
export function isCommon({ posts }: FoundWord): boolean {
  return posts > enough
}

/**
 * What the words of a query mean, rarest first, by the words of all posts and the number of posts each stands in. What
 * is there as it was typed, or begins so, was meant so; only what stands nowhere is taken for a slip of the finger. With
 * `least` slips it is not looked for closer than that: what stands there is in posts that nobody sees yet.
 * The commonest words of a query that comes to too many are left out; of words that are all common the four rarest are kept,
 * for where they are few: in what posts are called by.
 */
export function findWords(words: SearchableMap<number>, query: string, least: Slips = 0): FoundWord[] {
  const found = [...new Set(toTerms(query))]
    .map((term) => findWord(words, term, least))
    .sort((a, b) => a.posts - b.posts)
  if (found.every(isCommon)) return found.slice(0, 4)
  let seen = 0
  return found.filter(({ posts }) => {
    const isFirst = seen === 0
    seen += posts
    return isFirst || seen <= enough
  })
}

function findWord(words: SearchableMap<number>, typed: string, least: Slips): FoundWord {
  const written = least === 0 ? listBeginnings(words, typed) : []
  const guessed = written.length === 0
  const near = (guessed ? listGuesses(words, typed, least) : written).sort((a, b) => a.distance - b.distance)
  const weights = new Map<string, number>()
  let posts = 0
  for (const { term, distance, count } of near) {
    if (weights.size > 0 && posts + count > enough) break
    posts += count
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

/**
 * One slip of the finger in a word of five letters, and two in one of eight that has no word one slip away; two letters in
 * each other's place are one slip. Of four letters, were one of them another, too many words remain: there one was left
 * out, or is too many at the end.
 */
function listGuesses(words: SearchableMap<number>, typed: string, least: Slips): Near[] {
  if (typed.length < 4) return []
  if (least === 2) return typed.length < 8 ? [] : listNear(words, typed, 2)
  const slips = listNear(words, typed, 1).filter(
    ({ term }) => typed.length > 4 || term.length > 4 || typed.startsWith(term),
  )
  const guesses = [...listSwapped(words, typed), ...slips]
  return guesses.length > 0 || typed.length < 8 ? guesses : listNear(words, typed, 2)
}

function listNear(words: SearchableMap<number>, typed: string, most: number): Near[] {
  return [...words.fuzzyGet(typed, most)].map(([term, [count, distance]]) => ({ term, distance, count }))
}

function listSwapped(words: SearchableMap<number>, typed: string): Near[] {
  return Array.from(typed).flatMap((letter, at, letters) => {
    const term = letters
      .with(at, letters[at + 1] ?? '')
      .with(Math.min(at + 1, letters.length - 1), letter)
      .join('')
    const count = words.get(term)
    return count === undefined ? [] : [{ term, distance: 1, count }]
  })
}
