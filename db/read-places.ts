import { and, eq, isNotNull, type Placeholder, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { orderThreads, type Place, type Thread } from '../lib/comments/threads'
import type { Queries } from './client'
import { comments } from './schema'

const answered = alias(comments, 'answered')

/** One place in one word: `7`, `7/3` when it answers 3, `-7/3` when it is removed. */
const place = sql<string>`
  case ${comments.status} when 'published' then '' else '-' end || concat_ws('/', ${comments.number}, ${answered.number})`

/** The threads of a post, which of its places are tombstones, and how many of its comments are published. */
export type Places = { threads: Thread[]; removed: Set<number>; total: number }

/**
 * Where every comment of a post stands, without a word of what it says: ten thousand of these are read and
 * sorted faster than SQL could walk down the replies, and read twice as fast in one row as in a row each.
 */
export async function readPlaces(queries: Queries, postId: string): Promise<Places> {
  const [row] = await selectPlaces(queries, postId)
  return toPlaces(row?.all ?? null)
}

/** The same as one column, for `toPlaces`: null for a post without any. */
export function selectPlaces(queries: Queries, postId: string | Placeholder) {
  return queries
    .select({ all: sql<string | null>`string_agg(${place}, ' ')` })
    .from(comments)
    .leftJoin(answered, eq(answered.id, comments.parentId))
    .where(and(eq(comments.postId, postId), isNotNull(comments.number)))
}

/** Reads what `selectPlaces` gives. */
export function toPlaces(all: string | null): Places {
  const places = all?.split(' ').map(toPlace) ?? []
  const removed = new Set(places.filter((place) => place.removed).map(({ number }) => number))
  return { threads: orderThreads(places), removed, total: places.length - removed.size }
}

/**
 * The places with one more behind all others, that of a comment just published: `all`, as `selectPlaces` would give it now,
 * and what it says.
 */
export function addPlace(
  { all, places }: { all: string | null; places: Places },
  { number, parentNumber }: Omit<Place, 'removed'>,
): { all: string; places: Places } {
  const word = parentNumber === null ? `${number}` : `${number}/${parentNumber}`
  const longer = all === null ? word : `${all} ${word}`
  if (parentNumber !== null) return { all: longer, places: toPlaces(longer) }
  // Most begin a thread, and stand last: that is known without reading all again.
  const { threads, removed, total } = places
  return {
    all: longer,
    places: { threads: [...threads, { rootNumber: number, numbers: [number] }], removed, total: total + 1 },
  }
}

function toPlace(word: string): Place {
  const removed = word.startsWith('-')
  const [number, parentNumber] = (removed ? word.slice(1) : word).split('/')
  return { number: Number(number), parentNumber: parentNumber ? Number(parentNumber) : null, removed }
}
