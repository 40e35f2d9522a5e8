import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from '../client'
import { type InsertResult, insertComment, type NewComment } from '../insert-comment'

let made = 0

/** A comment that is published at once and says something nobody said before; `given` is what matters. */
export function commentOf(given: Partial<NewComment> & { postId: string }): NewComment {
  made++
  return {
    parentNumber: null,
    body: `Something nobody said before, the ${made}th of it.`,
    name: 'Nell',
    website: null,
    email: null,
    emailHash: null,
    addressHash: null,
    writerHash: null,
    swatch: '0123456789abcdef',
    byAuthor: false,
    forAuthor: false,
    key: null,
    status: 'published',
    reasons: [],
    ...given,
  }
}

type Given = Partial<NewComment> & { postId: string }

/**
 * Stores such a comment and gives what became of it. Throws when it is refused. What is stored after that is of a later
 * millisecond: of two in one, which is newer is not known.
 */
export async function storeComment(db: Db, given: Given): Promise<Extract<InsertResult, { ok: true }>> {
  const result = await insertComment(commentOf(given), db)
  if (!result.ok) throw new Error(result.reason)
  // One millisecond at the least.
  await wait(2)
  return result
}

/** The same, and gives its id. */
export async function addComment(db: Db, given: Given): Promise<string> {
  return (await storeComment(db, given)).comment.id
}
