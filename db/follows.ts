import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { sendWaitingAnswers } from './answers'
import { getDb } from './client'
import { comments, follows, guests } from './schema'
import { transaction } from './transaction'

/** What a guest hears of, as the page that stops it shows it. */
export type Follow = {
  id: string
  guestKey: string
  postId: string
  /** True when it is replies to a comment of theirs; all that is said on the post otherwise. */
  isOfComment: boolean
  /** The number of that comment; null until it is published. */
  number: number | null
  isStopped: boolean
  /** They stopped all letters, not only these. */
  isAllStopped: boolean
}

/** Null when there is none (any more). `id` is a UUID. Throws when the database does not answer. */
export async function findFollow(id: string, db = getDb()): Promise<Follow | null> {
  const [follow] = await db
    .select({
      id: follows.id,
      guestKey: follows.guestKey,
      postId: follows.postId,
      isOfComment: sql<boolean>`${follows.commentId} is not null`,
      number: comments.number,
      isStopped: sql<boolean>`${follows.stoppedAt} is not null`,
      isAllStopped: sql<boolean>`${guests.stoppedAt} is not null`,
    })
    .from(follows)
    .innerJoin(guests, eq(guests.key, follows.guestKey))
    .leftJoin(comments, eq(comments.id, follows.commentId))
    .where(eq(follows.id, id))
  return follow ?? null
}

/**
 * The ids of the posts about which letters were asked for under this guest's address, and not stopped since, what was
 * asked for last first. Throws when the database does not answer.
 */
export async function listFollowedPosts(guestKey: string, db = getDb()): Promise<string[]> {
  const isWanted = or(isNull(follows.stoppedAt), gt(follows.createdAt, follows.stoppedAt))
  const rows = await db
    .select({ postId: follows.postId })
    .from(follows)
    .where(and(eq(follows.guestKey, guestKey), isWanted))
    .groupBy(follows.postId)
    .orderBy(desc(sql`max(${follows.createdAt})`), follows.postId)
  return rows.map(({ postId }) => postId)
}

/** No more letters about this. Stopped already, it stays so. `id` is a UUID. Throws when the database does not answer. */
export async function stopFollow(id: string, db = getDb()): Promise<void> {
  await db
    .update(follows)
    .set({ stoppedAt: sql`now()` })
    .where(and(eq(follows.id, id), isNull(follows.stoppedAt)))
}

/**
 * No more letters about this, nor about whatever else was asked for under the same address on its post: one who stops
 * "this conversation" means all they said in it. Stopped already, it stays so. `id` is a UUID. Throws when the database
 * does not answer.
 */
export async function stopConversation(id: string, db = getDb()): Promise<void> {
  const asked = db
    .select({ guestKey: follows.guestKey, postId: follows.postId })
    .from(follows)
    .where(eq(follows.id, id))
  await db
    .update(follows)
    .set({ stoppedAt: sql`now()` })
    .where(and(sql`(${follows.guestKey}, ${follows.postId}) in ${asked}`, isNull(follows.stoppedAt)))
}

/** No more letters about anything. Stopped already, it stays so. Throws when the database does not answer. */
export async function stopAllFollows(guestKey: string, db = getDb()): Promise<void> {
  await transaction(db, async (queries) => {
    const [guest] = await queries
      .update(guests)
      .set({ stoppedAt: sql`coalesce(${guests.stoppedAt}, now())` })
      .where(eq(guests.key, guestKey))
      .returning({ stoppedAt: guests.stoppedAt })
    if (!guest) return
    // By this time `resumeFollow` knows what was stopped in one go.
    await queries
      .update(follows)
      .set({ stoppedAt: guest.stoppedAt })
      .where(and(eq(follows.guestKey, guestKey), isNull(follows.stoppedAt)))
  })
}

/**
 * Takes a stop back: of this, and of all that was stopped together with it. What was stopped by itself
 * stays so. `id` is a UUID. Throws when the database does not answer.
 */
export async function resumeFollow(id: string, db = getDb()): Promise<void> {
  await transaction(db, async (queries) => {
    const [guest] = await queries
      .select({ key: guests.key, allAt: guests.stoppedAt, at: follows.stoppedAt, postId: follows.postId })
      .from(guests)
      .innerJoin(follows, eq(follows.guestKey, guests.key))
      .where(eq(follows.id, id))
      .for('update', { of: guests })
    if (!guest) return
    const together = [
      guest.at && and(eq(follows.postId, guest.postId), eq(follows.stoppedAt, guest.at)),
      guest.allAt && eq(follows.stoppedAt, guest.allAt),
    ].filter((each) => each !== null)
    if (together.length > 0)
      await queries
        .update(follows)
        .set({ stoppedAt: null })
        .where(and(eq(follows.guestKey, guest.key), or(...together)))
    await queries.update(guests).set({ stoppedAt: null }).where(eq(guests.key, guest.key))
    await sendWaitingAnswers(queries, guest.key)
  })
}
