import { and, asc, eq, inArray, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { LinkedPost, Seen } from '../lib/latest/look-again'
import { type Db, getDb } from './client'
import { noteChange } from './decide-comments'
import { lockConversation } from './insert-comment'
import { lookKind as kind } from './plan-look'
import { comments, outbox } from './schema'
import { transaction } from './transaction'

/** So often, a week apart at least, a page is to be gone or another one before that counts: many are back by then. */
const mostMisses = 2

const commentId = sql`(${outbox.payload} ->> 'comment')::uuid`

/** What nobody sees is not looked at. */
const isUnseen = sql`(select 1 from ${comments} where ${comments.id} = ${commentId}
  and ${comments.status} <> 'published' and ${comments.latestPost} is not null)`

export type Look = {
  id: number
  /** How often in a row it was not well, up to now. */
  misses: number
  /** Null when there is nothing to look at any more, or it is the author's to decide about. */
  comment: { id: string; postId: string; website: string; latestPost: LinkedPost } | null
}

/**
 * Takes the next latest post of a published comment whose page is to be looked at, for one caller alone. Until that
 * one says what it saw it is due again in a week, or up to a day later: many on one host are to be spread. Null when none
 * is due. Throws when the database does not answer.
 */
export async function takeLook(db = getDb()): Promise<Look | null> {
  const due = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(eq(outbox.kind, kind), isNull(outbox.doneAt), lte(outbox.dueAt, sql`now()`), notExists(isUnseen)),
    )
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(1)
    .for('update', { skipLocked: true })
  const [look] = await db
    .update(outbox)
    .set({ dueAt: sql`now() + interval '7 days' + random() * interval '1 day'` })
    .where(inArray(outbox.id, due))
    .returning({ id: outbox.id, misses: outbox.attempts, commentId: sql<string>`${commentId}` })
  if (!look) return null
  const { id, misses } = look
  const [row] = await db
    .select({ postId: comments.postId, website: comments.website, latestPost: comments.latestPost })
    .from(comments)
    .where(and(eq(comments.id, look.commentId), isNotNull(comments.website)))
  const { website = null, latestPost = null } = row ?? {}
  if (
    !row ||
    website === null ||
    !latestPost ||
    latestPost.url === null ||
    latestPost.nowCalled !== undefined
  )
    return { id, misses, comment: null }
  const linked = { ...latestPost, url: latestPost.url }
  return { id, misses, comment: { id: look.commentId, postId: row.postId, website, latestPost: linked } }
}

/**
 * Ends a look with what was seen. One that is well is looked at again in 90 days. What is not at two looks in a row is
 * not looked at again: one that is gone, or leads elsewhere, loses its link; one whose page became another is held, for
 * the author to decide (`decideLatestPosts`). True when readers see something else: then the page of the post is to be
 * made again. Throws when the database does not answer.
 */
export async function settleLook(
  { id, misses, comment }: Look & { comment: NonNullable<Look['comment']> },
  seen: Seen,
  db: Db = getDb(),
): Promise<boolean> {
  if (seen === 'unknown') return false
  const isWell = seen === 'same'
  const isOver = !isWell && misses + 1 >= mostMisses
  return transaction(db, async (queries) => {
    // The conversation first, as whoever posts or decides does.
    await lockConversation(queries, comment.postId)
    await queries
      .update(outbox)
      .set({
        attempts: isWell ? 0 : misses + 1,
        ...(isWell && { dueAt: sql`now() + interval '90 days'` }),
        doneAt: isOver ? sql`now()` : null,
      })
      .where(eq(outbox.id, id))
    if (!isOver) return false
    const change = typeof seen === 'string' ? { url: null } : seen
    const [changed] = await queries
      .update(comments)
      .set({ latestPost: { ...comment.latestPost, ...change } })
      // Whoever was forgotten meanwhile does not come back by it, and what the author has decided meanwhile stands.
      .where(and(eq(comments.id, comment.id), eq(comments.latestPost, comment.latestPost)))
      .returning({ status: comments.status })
    if (changed?.status !== 'published') return false
    await noteChange(queries, comment.postId)
    return true
  })
}
