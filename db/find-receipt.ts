import { and, eq, isNull, sql } from 'drizzle-orm'
import type { CommentStatus } from '../lib/comments/comment'
import { getDb } from './client'
import { comments, follows } from './schema'
import { isTakenBack } from './state-before'

/** What became of a comment, without a word of it: an address can be passed on. The rest is for the browser that wrote it (`findOwn`). */
export type Receipt = {
  status: CommentStatus
  /** Null until it was published. */
  number: number | null
  forAuthor: boolean
  /** Its writer wants to hear of replies. */
  isFollowed: boolean
  /** Its writer deleted it; false when it was removed by the author. */
  isTakenBack: boolean
}

/** What became of a comment, for whoever has its id; null when there is none under this post. Throws when the database does not answer. */
export async function findReceipt(postId: string, id: string, db = getDb()): Promise<Receipt | null> {
  const [receipt] = await db
    .select({
      status: comments.status,
      number: comments.number,
      forAuthor: comments.forAuthor,
      isFollowed: sql<boolean>`${follows.id} is not null`,
      isTakenBack: sql<boolean>`${isTakenBack}`,
    })
    .from(comments)
    .leftJoin(follows, and(eq(follows.commentId, comments.id), isNull(follows.stoppedAt)))
    .where(and(eq(comments.postId, postId), eq(comments.id, id)))
  return receipt ?? null
}
