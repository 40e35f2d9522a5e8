import { and, eq, inArray } from 'drizzle-orm'
import { isBy } from './case-columns'
import { getDb } from './client'
import { noteChange } from './decide-comments'
import { inEachConversation, type OpenConversation } from './each-conversation'
import { emptyComments, forgetWriters, nobody } from './empty-comments'
import { blogReads, commentContacts, comments, people, rateLimits } from './schema'

export type Erased = {
  /** Ids of the posts whose readers see something else now: their pages are to be made again. */
  posts: string[]
  /** False when the database failed on the way: then some is left, and a second call goes on with it. */
  complete: boolean
}

/**
 * Forgets a person: name, addresses, website, latest posts, every hash, what their comments said before an edit, and
 * whether they were trusted. The text of their comments is kept, under a name that is nobody's, or removed with all the
 * rest; numbers stay. What others wrote about them is not looked at. A second call finds nothing to do. Throws when
 * the database does not answer at all.
 */
export async function erasePerson(key: string, text: 'kept' | 'removed', db = getDb()): Promise<Erased> {
  const found = await db
    .select({ id: commentContacts.commentId, addressHash: commentContacts.addressHash })
    .from(commentContacts)
    .where(isBy([key]))
  const buckets = found.flatMap(({ addressHash }) =>
    addressHash === null ? [] : [`address ${addressHash}`, `offers to ${addressHash}`],
  )
  await db.delete(rateLimits).where(inArray(rateLimits.bucket, buckets))
  // Which of these were theirs only the hash of an address tells. All are read again when they are wanted.
  await db.delete(blogReads)
  const { done, unavailable } = await inEachConversation(
    db,
    found.map(({ id }) => id),
    (conversation) => eraseHere(conversation, text),
  )
  if (unavailable.length === 0) await db.delete(people).where(eq(people.key, key))
  return { posts: done.flatMap((postId) => postId ?? []), complete: unavailable.length === 0 }
}

/** Gives the post's id when its readers see something else now. */
async function eraseHere({ queries, postId, ids }: OpenConversation, text: 'kept' | 'removed') {
  const seen = await queries
    .select({ id: comments.id })
    .from(comments)
    .where(and(inArray(comments.id, ids), eq(comments.status, 'published')))
    .limit(1)
  if (text === 'removed') {
    await emptyComments(queries, ids)
  } else {
    await queries
      .update(comments)
      .set({ ...nobody, website: null, latestPost: null, key: null })
      .where(inArray(comments.id, ids))
    await forgetWriters(queries, ids)
  }
  if (seen.length === 0) return null
  await noteChange(queries, postId)
  return postId
}
