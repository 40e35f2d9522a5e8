import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { orderThreads, type Thread } from '../lib/comments/threads'
import type { Queries } from './client'
import { comments } from './schema'

const parents = alias(comments, 'parents')

/** The threads of a post, which of its places are tombstones, and how many of its comments are published. */
export type Places = { threads: Thread[]; removed: Set<number>; total: number }

/**
 * Where every comment of a post stands, without a word of what it says: ten thousand of these are read and
 * sorted faster than SQL could walk down the replies.
 */
export async function readPlaces(queries: Queries, postId: string): Promise<Places> {
  const rows = await queries
    .select({
      number: sql<number>`${comments.number}`,
      parentNumber: parents.number,
      removed: sql<boolean>`${comments.status} <> 'published'`,
    })
    .from(comments)
    .leftJoin(parents, eq(parents.id, comments.parentId))
    .where(and(eq(comments.postId, postId), isNotNull(comments.number)))
    .orderBy(asc(comments.number))
  const removed = new Set(rows.filter((row) => row.removed).map(({ number }) => number))
  return { threads: orderThreads(rows), removed, total: rows.length - removed.size }
}
