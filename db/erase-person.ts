import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { letterKind } from './add-letter'
import { forgetBlogReads } from './blog-reads'
import { isBy } from './case-columns'
import { type Db, getDb } from './client'
import { noteChange } from './decide-comments'
import { inEachConversation, type OpenConversation } from './each-conversation'
import { emptyComments, forgetWriters, nobody } from './empty-comments'
import { isOwnedBy } from './own-comments'
import { bucketOfEdits, bucketsOfAddress, forgetCounts } from './rate-limits'
import { commentContacts, comments, guests, outbox, people } from './schema'
import { transaction } from './transaction'

export type Erased = {
  /** Ids of the posts whose readers see something else now: their pages are to be made again. */
  posts: string[]
  /** The name in the log of what went wrong on the way: then some is left, and a second call goes on with it. Null as a rule. */
  fault: string | null
}

/**
 * Forgets a person: name, addresses, website, latest posts, every hash, what their comments said before an edit,
 * whether they were trusted, and the letters they asked for, sent or not. The text of their comments is kept, under a
 * name that is nobody's, or removed with all the rest; numbers stay. What others wrote about them is not looked at. A
 * second call finds nothing to do. Throws when the database does not answer at all.
 */
export async function erasePerson(key: string, text: 'kept' | 'removed', db = getDb()): Promise<Erased> {
  return erase(key, text, isBy([key]), db)
}

/**
 * As `erasePerson`, for a guest who asks for it: by their address, and without what was written by the author, who
 * may have given the same one.
 */
export async function eraseGuest(key: string, text: 'kept' | 'removed', db = getDb()): Promise<Erased> {
  return erase(key, text, isOwnedBy({ guestKey: key }), db)
}

async function erase(key: string, text: 'kept' | 'removed', which: SQL | undefined, db: Db): Promise<Erased> {
  const found = await db
    .select({
      id: commentContacts.commentId,
      addressHash: commentContacts.addressHash,
      website: comments.website,
    })
    .from(commentContacts)
    .innerJoin(comments, eq(comments.id, commentContacts.commentId))
    .where(which)
  const hashes = new Set(found.flatMap(({ addressHash }) => addressHash ?? []))
  await forgetCounts(
    [...hashes].flatMap((hash) => Object.values(bucketsOfAddress(hash))),
    db,
  )
  await forgetCounts(
    found.map(({ id }) => bucketOfEdits(id)),
    db,
  )
  await forgetBlogReads([...new Set(found.flatMap(({ website }) => website ?? []))], db)
  const { done, unavailable } = await inEachConversation(
    db,
    found.map(({ id }) => id),
    (conversation) => eraseHere(conversation, text),
  )
  const [left] = unavailable
  if (!left) await forgetKey(key, db)
  return { posts: done.flatMap((postId) => postId ?? []), fault: left?.fault ?? null }
}

/** Last of all: until then a guest may press the button once more. What their letters open goes along with them. */
async function forgetKey(key: string, db: Db): Promise<void> {
  await transaction(db, async (queries) => {
    await queries.delete(people).where(eq(people.key, key))
    // The guest first, as whoever notes a letter to them does.
    await queries.delete(guests).where(eq(guests.key, key))
    await queries
      .delete(outbox)
      .where(and(eq(outbox.kind, letterKind), eq(sql`${outbox.payload} ->> 'guest'`, key)))
  })
}

/** Gives the post's id when its readers see something else now. */
async function eraseHere({ queries, postId, ids }: OpenConversation, text: 'kept' | 'removed') {
  const seen = await queries
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        inArray(comments.id, ids),
        isNotNull(comments.number),
        inArray(comments.status, ['published', 'held']),
      ),
    )
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
