import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { getDb, type Queries } from './client'
import { describeError } from './describe-error'
import { comments, decisions } from './schema'

/**
 * Notes that the author's reply came in one go with these decisions, so that whoever takes those back takes it along,
 * whenever that is. Without decisions there is nothing to note. Never throws: what is done is done, and where this
 * fails, the reply is left to be taken back by itself.
 */
export async function noteReply(replyId: string, decisionIds: number[], db = getDb()): Promise<void> {
  const [decision] = decisionIds
  if (decision === undefined) return
  try {
    const at = db.select({ at: decisions.at }).from(decisions).where(eq(decisions.id, decision))
    await db
      .insert(decisions)
      .values({ commentId: replyId, verb: 'publish', by: 'author', before: null, at: sql`(${at})` })
  } catch (error) {
    console.error(`A reply was not noted with what was decided: ${describeError(error)}`)
  }
}

/** The ids of the author's replies that were noted with these decisions, and that readers see. */
export async function listNotedReplies(queries: Queries, decisionIds: number[]): Promise<string[]> {
  const notes = alias(decisions, 'notes')
  const rows = await queries
    .selectDistinct({ id: comments.id })
    .from(decisions)
    .innerJoin(comments, eq(comments.parentId, decisions.commentId))
    // What was not there before has nothing it was before.
    .innerJoin(notes, and(eq(notes.commentId, comments.id), eq(notes.at, decisions.at), isNull(notes.before)))
    .where(
      and(inArray(decisions.id, decisionIds), eq(comments.byAuthor, true), eq(comments.status, 'published')),
    )
  return rows.map(({ id }) => id)
}
