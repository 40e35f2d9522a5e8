import { and, eq } from 'drizzle-orm'
import type { CommentStatus } from '../lib/comments/comment'
import { getDb } from './client'
import { comments } from './schema'

/** What the writer of a comment may see of it, whatever became of it. Never the e-mail address. */
export type Receipt = {
  status: CommentStatus
  /** Null until it was published. */
  number: number | null
  name: string
  swatch: string
  /** As typed. */
  body: string
  createdAt: Date
}

/** A comment for whoever has its id, which only its writer was given; null when there is none under this post. Throws when the database does not answer. */
export async function findReceipt(postId: string, id: string, db = getDb()): Promise<Receipt | null> {
  const [receipt] = await db
    .select({
      status: comments.status,
      number: comments.number,
      name: comments.name,
      swatch: comments.swatch,
      body: comments.body,
      createdAt: comments.createdAt,
    })
    .from(comments)
    .where(and(eq(comments.postId, postId), eq(comments.id, id)))
  return receipt ?? null
}
