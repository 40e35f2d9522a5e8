import type { Terms } from './terms'

/**
 * One post as the index sees it. Posts of one `group` (a series) link to each other already and are never suggested to
 * each other, nor are posts of two languages: a tag may be in both, and most readers are in one.
 */
export type Item = {
  key: string
  terms: Terms
  group: string | null
  lang: string
  published: boolean
}

/** Below this cosine two posts merely share a language. */
const floor = 0.08
/** Enough published ones; scheduled ones before them are kept, to be skipped until they are due. */
const enough = 3
const mostScheduled = 9
/** The terms that say most about a post; the rest change the order of good matches hardly at all. */
const termsPerItem = 32
/** Of the posts of one term, those it says most about: with all of them the work would be quadratic. */
const longestPosting = 8

/** The most telling terms of all posts, `termsPerItem` places for each: side by side, as the next post is a stranger to every cache. */
type Vectors = {
  /** Numbers of terms, from 1; 0 where a post has fewer. */
  terms: Int32Array
  /** What each says of its post: of one post together of length 1 at most. */
  weights: Float32Array
  /** One more than the highest number. */
  termCount: number
}
type Match = { item: Item; score: number }

/**
 * For every post the keys of those most like it, best first: TF-IDF over an inverted index, cosine, no pair
 * compared that shares no telling term. Empty where nothing is close enough. Equal scores go by key.
 */
export function relate(items: Item[]): Map<string, string[]> {
  const vectors = weigh(items)
  const { terms, weights, termCount } = vectors
  const postings = index(vectors)
  /** What each term says of the post at hand; 0 for all that it does not have. */
  const own = new Float64Array(termCount)
  /** For whom each post was last compared. */
  const comparedFor = new Int32Array(items.length).fill(-1)

  return new Map(
    items.map((item, post) => {
      const from = post * termsPerItem
      const to = from + termsPerItem
      for (let place = from; place < to; place++) own[terms[place] ?? 0] = weights[place] ?? 0
      comparedFor[post] = post
      const published: Match[] = []
      const scheduled: Match[] = []
      for (let place = from; place < to; place++) {
        for (const other of postings[terms[place] ?? 0] ?? []) {
          if (comparedFor[other] === post) continue
          comparedFor[other] = post
          const score = similarity(own, vectors, other)
          if (score < (published[enough - 1]?.score ?? floor)) continue
          const match = items[other]
          if (!match || match.lang !== item.lang) continue
          if (match.group !== null && match.group === item.group) continue
          if (match.published) keep(published, enough, { item: match, score })
          else keep(scheduled, mostScheduled, { item: match, score })
        }
      }
      for (let place = from; place < to; place++) own[terms[place] ?? 0] = 0
      return [item.key, merge(published, scheduled)]
    }),
  )
}

/** The cosine of the post at hand and another. */
function similarity(own: Float64Array, { terms, weights }: Vectors, other: number): number {
  const from = other * termsPerItem
  let sum = 0
  for (let place = from; place < from + termsPerItem; place++)
    sum += (weights[place] ?? 0) * (own[terms[place] ?? 0] ?? 0)
  return sum
}

/** Keeps the best `most` in order: few are wanted of many, so not all are put in order. */
function keep(best: Match[], most: number, match: Match): void {
  best.push(match)
  best.sort(byScore)
  best.length = Math.min(best.length, most)
}

/** The keys of the published ones, and among them of scheduled ones that are better than the last of these. */
function merge(published: Match[], scheduled: Match[]): string[] {
  const last = published[enough - 1]
  const before = last ? scheduled.filter((match) => byScore(match, last) < 0) : scheduled
  return [...published, ...before].sort(byScore).map(({ item }) => item.key)
}

function byScore(a: Match, b: Match): number {
  return b.score - a.score || (a.item.key < b.item.key ? -1 : 1)
}

/** Numbers the terms that more than one post has, and weighs them for each post. */
function weigh(items: Item[]): Vectors {
  const spread = new Map<string, number>()
  for (const { terms } of items) {
    for (const term of terms.keys()) spread.set(term, (spread.get(term) ?? 0) + 1)
  }
  const rarities = [...spread]
    .filter(([, posts]) => posts > 1)
    .map(([term, posts], index): [string, Rarity] => [
      term,
      { number: index + 1, weight: rarity(term, posts, items.length) },
    ])
  const known = new Map(rarities)
  const terms = new Int32Array(items.length * termsPerItem)
  const weights = new Float32Array(items.length * termsPerItem)
  for (const [post, item] of items.entries()) {
    telling(item, known).forEach(({ number, weight }, place) => {
      terms[post * termsPerItem + place] = number
      weights[post * termsPerItem + place] = weight
    })
  }
  return { terms, weights, termCount: rarities.length + 1 }
}

type Rarity = { number: number; weight: number }

/** The terms that say most of a post, together of length 1 with those that are left out. */
function telling(item: Item, known: Map<string, Rarity>): Rarity[] {
  const weighed: { term: string; number: number; weight: number }[] = []
  for (const [term, count] of item.terms) {
    const rarity = known.get(term)
    if (rarity) weighed.push({ term, number: rarity.number, weight: (1 + Math.log(count)) * rarity.weight })
  }
  const length = Math.hypot(...weighed.map(({ weight }) => weight)) || 1
  weighed.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
  return weighed.slice(0, termsPerItem).map(({ number, weight }) => ({ number, weight: weight / length }))
}

/** What everybody says tells nothing. A tag is chosen, so even one that all posts share counts for something. */
function rarity(term: string, posts: number, all: number): number {
  return term.startsWith('#') ? Math.log(1 + all / posts) : Math.log(all / posts)
}

/** Of every term, by its number, the posts it says most about, of equal ones the first. */
function index({ terms, weights, termCount }: Vectors): number[][] {
  const postings = Array.from({ length: termCount }, (): number[] => [])
  const weightAt = (place?: number) => (place === undefined ? -1 : (weights[place] ?? 0))
  terms.forEach((term, place) => {
    const best = postings[term]
    if (term === 0 || !best || weightAt(place) <= weightAt(best[longestPosting - 1])) return
    best.push(place)
    best.sort((a, b) => weightAt(b) - weightAt(a))
    best.length = Math.min(best.length, longestPosting)
  })
  return postings.map((places) => places.map((place) => Math.floor(place / termsPerItem)))
}
