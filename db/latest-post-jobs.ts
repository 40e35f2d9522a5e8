import { and, asc, eq, inArray, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { LatestPost } from '../lib/comments/comment'
import { latestPostKind as kind } from './add-latest-post-job'
import { type Db, getDb } from './client'
import { noteChange } from './decide-comments'
import { lockConversation } from './insert-comment'
import { planLook } from './plan-look'
import { comments, outbox } from './schema'
import { transaction } from './transaction'

/** Reading a blog is tried at once, after an hour, and then once a day, so many times in all. */
const mostTries = 7

const commentId = sql`(${outbox.payload} ->> 'comment')::uuid`

/** What nobody reads costs nobody a request. It waits: the author may take it out of the spam, or the bin. */
const isPutAway = sql`(select 1 from ${comments} where ${comments.id} = ${commentId}
  and ${comments.status} in ('spam', 'removed') and ${comments.website} is not null)`

export type LatestPostJob = {
  id: number
  /** True from the second try on. */
  isRetry: boolean
  /** Null when nothing is left to do: the comment is gone, was just put away, or its website forgotten. */
  comment: { id: string; postId: string; website: string } | null
}

/**
 * Takes the next comment whose blog is to be read, if one is due, for one caller alone. It counts as tried from then
 * on: one who is killed meanwhile has failed. Throws when the database does not answer.
 */
export async function takeLatestPostJob(db = getDb()): Promise<LatestPostJob | null> {
  const due = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(eq(outbox.kind, kind), isNull(outbox.doneAt), lte(outbox.dueAt, sql`now()`), notExists(isPutAway)),
    )
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(1)
    .for('update', { skipLocked: true })
  const [job] = await db
    .update(outbox)
    .set({
      attempts: sql`${outbox.attempts} + 1`,
      dueAt: sql`now() + case when ${outbox.attempts} = 0 then interval '1 hour' else interval '1 day' end`,
      doneAt: sql`case when ${outbox.attempts} + 1 >= ${mostTries} then now() end`,
    })
    .where(inArray(outbox.id, due))
    .returning({ id: outbox.id, attempts: outbox.attempts, commentId: sql<string>`${commentId}` })
  if (!job) return null
  const isRetry = job.attempts > 1
  const [comment] = await db
    .select({ postId: comments.postId, website: comments.website })
    .from(comments)
    .where(and(eq(comments.id, job.commentId), inArray(comments.status, ['held', 'published'])))
  if (!comment || comment.website === null) return { id: job.id, isRetry, comment: null }
  return { id: job.id, isRetry, comment: { ...comment, website: comment.website, id: job.commentId } }
}

/** Ends a job with nothing. Throws when the database does not answer. */
export async function dropLatestPostJob(jobId: number, db = getDb()): Promise<void> {
  await db.update(outbox).set({ doneAt: sql`now()` }).where(eq(outbox.id, jobId))
}

/**
 * Ends a job with a post, which stands under the comment from now on, unless its website was forgotten meanwhile.
 * True when readers see it: then the page of `postId` is to be made again. Throws when the database does not answer.
 */
export async function storeLatestPost(
  jobId: number,
  { id, postId, website }: NonNullable<LatestPostJob['comment']>,
  latestPost: LatestPost,
  db: Db = getDb(),
): Promise<boolean> {
  return transaction(db, async (queries) => {
    // The conversation first, as whoever posts or decides does.
    await lockConversation(queries, postId)
    const [comment] = await queries
      .update(comments)
      .set({ latestPost })
      .where(
        and(
          eq(comments.id, id),
          eq(comments.website, website),
          inArray(comments.status, ['held', 'published']),
        ),
      )
      .returning({ status: comments.status })
    await queries.update(outbox).set({ doneAt: sql`now()` }).where(eq(outbox.id, jobId))
    if (comment) await planLook(queries, id)
    if (comment?.status !== 'published') return false
    await noteChange(queries, postId)
    return true
  })
}
