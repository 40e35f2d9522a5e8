import { inArray, sql } from 'drizzle-orm'
import type { Db, Queries } from './client'
import { lockConversation } from './insert-comment'
import { logFault } from './log-fault'
import { comments } from './schema'
import { transaction } from './transaction'

/** One conversation, locked, with those of its comments that were asked for. */
export type OpenConversation = {
  queries: Queries
  postId: string
  /** The number that the next published comment is given. */
  nextNumber: number
  /** When all of it was begun, by the clock of the database: the same for every conversation. */
  begunAt: Date
  /** Ids of comments, which belong to this post. */
  ids: string[]
}

export type EachResult<Done> = {
  /** All that were asked for, once each, in the order they were asked for. */
  asked: string[]
  /** What `work` gave, one for each conversation, in the order of the posts' ids. */
  done: Done[]
  /** Ids of comments that are not there. */
  gone: string[]
  /** Comments about which the database could not be asked; nothing of theirs has changed. */
  unavailable: Unavailable[]
}

/** A comment by its id, and the name in the log of what went wrong: one for all that were asked for at once. */
export type Unavailable = { id: string; fault: string }

/**
 * Runs `work` once for every conversation that has some of these comments, each in a transaction of its own and
 * behind the lock that whoever posts takes first, too. One lock is held at a time, so nobody can wait in a circle.
 * Never throws for the database: what is done stays done, and the rest is `unavailable`.
 */
export async function inEachConversation<Done>(
  db: Db,
  ids: string[],
  work: (conversation: OpenConversation) => Promise<Done>,
): Promise<EachResult<Done>> {
  const asked = [...new Set(ids)]
  const result: EachResult<Done> = { asked, done: [], gone: [], unavailable: [] }
  const leave = (left: string[], what: string, error: unknown) => {
    const fault = logFault(what, error, result.unavailable[0]?.fault)
    result.unavailable.push(...left.map((id) => ({ id, fault })))
  }
  try {
    const byPost = await groupByPost(db, asked)
    const found = new Set([...byPost.values()].flatMap(({ ids }) => ids))
    result.gone = asked.filter((id) => !found.has(id))
    for (const [postId, { begunAt, ids }] of byPost) {
      try {
        result.done.push(
          await transaction(db, async (queries) => {
            const { nextNumber } = await lockConversation(queries, postId)
            return work({ queries, postId, nextNumber, begunAt, ids })
          }),
        )
      } catch (error) {
        leave(ids, `Comments on ${postId} were left as they are`, error)
      }
    }
  } catch (error) {
    leave(asked, 'Comments were left as they are', error)
  }
  return result
}

async function groupByPost(db: Db, ids: string[]) {
  const byPost = new Map<string, { begunAt: Date; ids: string[] }>()
  if (ids.length === 0) return byPost
  const rows = await db
    .select({
      id: comments.id,
      postId: comments.postId,
      begunAt: sql<Date>`statement_timestamp()`.mapWith(comments.createdAt),
    })
    .from(comments)
    .where(inArray(comments.id, ids))
    .orderBy(comments.postId)
  for (const { id, postId, begunAt } of rows) {
    byPost.set(postId, { begunAt, ids: [...(byPost.get(postId)?.ids ?? []), id] })
  }
  return byPost
}
