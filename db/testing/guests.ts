import type { Db } from '../client'
import { confirmGuest, insertFollow } from '../guests'
import { comments, conversations, guests, rateLimits } from '../schema'
import { transaction } from '../transaction'
import { forgetLetters } from './letters'

/** As if nobody had ever written, or been written to. */
export async function forgetEverybody(db: Db): Promise<void> {
  await forgetLetters(db)
  for (const table of [guests, rateLimits, comments, conversations]) await db.delete(table)
}

/** Has somebody at `KEY@post.example` follow the conversation on a post, whose address nobody has confirmed. */
export async function addFollower(db: Db, key: string, postId: string): Promise<void> {
  await transaction(db, (queries) =>
    insertFollow(queries, { key, email: `${key}@post.example` }, { postId, commentId: null }),
  )
}

/** The same, of somebody whose address is known to be theirs. */
export async function addConfirmedFollower(db: Db, key: string, postId: string): Promise<void> {
  await addFollower(db, key, postId)
  await confirmGuest(key, db)
}
