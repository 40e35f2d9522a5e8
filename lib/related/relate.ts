import type { Terms } from './terms'

/** One post as the index sees it. Posts of one `group` (a series) link to each other already and are never suggested to each other. */
export type Item = { key: string; terms: Terms; group: string | null; published: boolean }

/** Below this cosine two posts merely share a language. */
const floor = 0.08
/** Enough published ones; scheduled ones before them are kept, to be skipped until they are due. */
const enough = 3
const mostScheduled = 9
/** The terms that say most about a post; the rest change the order of good matches hardly at all. */
const termsPerItem = 32
/** Of the posts of one term, those it says most about: with all of them the work would be quadratic. */
const longestPosting = 40

type Posting = { item: number; weight: number }[]

/**
 * For every post the keys of those most like it, best first: TF-IDF over an inverted index, cosine, no pair
 * compared that shares no telling term. Empty where nothing is close enough. Equal scores go by key.
 */
export function relate(items: Item[]): Map<string, string[]> {
  const vectors = items.map(vectorMaker(items))
  const postings = index(vectors)
  const scores = new Float64Array(items.length)

  return new Map(
    items.map((item, self) => {
      const touched: number[] = []
      for (const [term, weight] of vectors[self] ?? []) {
        for (const posting of postings.get(term) ?? []) {
          if (scores[posting.item] === 0) touched.push(posting.item)
          scores[posting.item] = (scores[posting.item] ?? 0) + weight * posting.weight
        }
      }
      const matches = touched.flatMap((other) => {
        const score = scores[other] ?? 0
        scores[other] = 0
        const match = items[other]
        if (!match || other === self || score < floor) return []
        if (item.group !== null && item.group === match.group) return []
        return [{ match, score }]
      })
      matches.sort((a, b) => b.score - a.score || (a.match.key < b.match.key ? -1 : 1))
      return [item.key, untilEnough(matches.map(({ match }) => match))]
    }),
  )
}

function untilEnough(matches: Item[]): string[] {
  const kept: string[] = []
  let published = 0
  for (const match of matches) {
    if (match.published) published++
    else if (kept.length - published >= mostScheduled) continue
    kept.push(match.key)
    if (published === enough) break
  }
  return kept
}

/** Makes a post's vector: its most telling terms, of length 1. */
function vectorMaker(items: Item[]): (item: Item) => Map<string, number> {
  const spread = new Map<string, number>()
  for (const { terms } of items) {
    for (const term of terms.keys()) spread.set(term, (spread.get(term) ?? 0) + 1)
  }
  return ({ terms }) => {
    const weighed: [string, number][] = []
    for (const [term, count] of terms) {
      const posts = spread.get(term) ?? 1
      if (posts > 1) weighed.push([term, (1 + Math.log(count)) * rarity(term, posts, items.length)])
    }
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1
    weighed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    return new Map(weighed.slice(0, termsPerItem).map(([term, weight]) => [term, weight / length]))
  }
}

/** What everybody says tells nothing. A tag is chosen, so even one that all posts share counts for something. */
function rarity(term: string, posts: number, all: number): number {
  return term.startsWith('#') ? Math.log(1 + all / posts) : Math.log(all / posts)
}

function index(vectors: Map<string, number>[]): Map<string, Posting> {
  const postings = new Map<string, Posting>()
  vectors.forEach((vector, item) => {
    for (const [term, weight] of vector) {
      const posting = postings.get(term)
      if (posting) posting.push({ item, weight })
      else postings.set(term, [{ item, weight }])
    }
  })
  for (const [term, posting] of postings) {
    if (posting.length > longestPosting) {
      postings.set(term, posting.sort((a, b) => b.weight - a.weight).slice(0, longestPosting))
    }
  }
  return postings
}
