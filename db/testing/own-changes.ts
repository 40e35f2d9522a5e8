import { eq } from 'drizzle-orm'
import type { Db } from '../client'
import type { OwnKey } from '../own-comments'
import { comments, conversations, decisions } from '../schema'
import { addComment } from './comment-of'

/** Who wrote what `addOwn` stores. */
export const writerHash = 'b'.repeat(64)

/** Stores a comment of that writer's, and gives what lets them change it. */
export async function addOwn(
  db: Db,
  given: Parameters<typeof addComment>[1],
): Promise<OwnKey & { writerHash: string }> {
  return { postId: given.postId, id: await addComment(db, { writerHash, ...given }), writerHash }
}

/** A comment as it is stored; undefined when it is not. */
export async function rowOf(db: Db, { id }: { id: string }) {
  const [row] = await db.select().from(comments).where(eq(comments.id, id))
  return row
}

/** What was noted of a comment, oldest first. */
export function logOf(db: Db, { id }: { id: string }) {
  return db
    .select({ verb: decisions.verb, by: decisions.by, before: decisions.before })
    .from(decisions)
    .where(eq(decisions.commentId, id))
    .orderBy(decisions.id)
}

/** When what readers see under a post changed, in milliseconds; 0 since `forgetChange`. */
export async function changedAt(db: Db, postId: string): Promise<number> {
  const [row] = await db.select().from(conversations).where(eq(conversations.postId, postId))
  return row?.changedAt.getTime() ?? 0
}

/** As if nothing had ever changed under a post. */
export async function forgetChange(db: Db, postId: string): Promise<void> {
  await db
    .update(conversations)
    .set({ changedAt: new Date(0) })
    .where(eq(conversations.postId, postId))
}
