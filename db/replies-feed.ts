import { and, desc, eq, exists, gt, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { PublicComment } from '../lib/comments/comment'
import { getDb } from './client'
import { insertLetterKey } from './letter-keys'
import { findTrusted, selectPublic, toPublic } from './public-comment'
import { commentContacts, comments, letterKeys } from './schema'
import { transaction } from './transaction'

const answered = alias(comments, 'answered')

function isFeedOf(guestKey: string) {
  return and(eq(letterKeys.purpose, 'feed'), eq(letterKeys.guestKey, guestKey))
}

/**
 * Lets the token with this hash open the replies to a guest, as a feed, and ends what opened them before: a guest has one
 * such address at most. Throws when the database does not answer.
 */
export async function replaceFeedKey(guestKey: string, hash: string, db = getDb()): Promise<void> {
  await transaction(db, async (queries) => {
    await queries.delete(letterKeys).where(isFeedOf(guestKey))
    await insertLetterKey(hash, { purpose: 'feed', guestKey }, queries)
  })
}

/** Has nothing open the replies to a guest as a feed any more. Throws when the database does not answer. */
export async function removeFeedKey(guestKey: string, db = getDb()): Promise<void> {
  await db.delete(letterKeys).where(isFeedOf(guestKey))
}

/** The hash of the token that opens the replies to a guest; null when none does. Throws when the database does not answer. */
export async function findFeedHash(guestKey: string, db = getDb()): Promise<string | null> {
  const [found] = await db
    .select({ hash: letterKeys.hash })
    .from(letterKeys)
    .where(and(isFeedOf(guestKey), gt(letterKeys.expiresAt, sql`now()`)))
    .limit(1)
  return found?.hash ?? null
}

/**
 * What others answered to the comments under a guest's address, published alone and newest first, at most `limit`. Throws
 * when the database does not answer.
 */
export async function listRepliesTo(
  guestKey: string,
  limit: number,
  db = getDb(),
): Promise<(PublicComment & { postId: string })[]> {
  const isWrittenBy = (comment: typeof comments | typeof answered) =>
    and(
      eq(commentContacts.commentId, comment.id),
      eq(commentContacts.emailHash, guestKey),
      eq(comment.byAuthor, false),
    )
  const theirs = db
    .select({ found: sql`1` })
    .from(answered)
    .innerJoin(commentContacts, isWrittenBy(answered))
    .where(eq(answered.id, comments.parentId))
  const own = db.select({ found: sql`1` }).from(commentContacts).where(isWrittenBy(comments))
  const rows = await selectPublic(db)
    .where(and(eq(comments.status, 'published'), exists(theirs), notExists(own)))
    .orderBy(desc(comments.publishedAt), desc(comments.id))
    .limit(limit)
  const trusted = await findTrusted(db, rows)
  return rows.flatMap((row) => {
    const comment = toPublic(row, trusted)
    return comment ? [{ ...comment, postId: row.postId }] : []
  })
}
