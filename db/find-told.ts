import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { LetterWorks } from '../lib/mail/letter-work'
import { getDb } from './client'
import { comments, follows, guests } from './schema'

type ToldWork = LetterWorks['published' | 'reply' | 'followed']

/** What a letter to a guest about a comment says, and where it goes. For the mailer alone: it holds the e-mail address. */
export type Told = {
  email: string
  /** What they follow, and can stop. */
  followId: string
  postId: string
  number: number
  name: string
  body: string
  /** What it answers; null at the top of a thread. */
  parent: { id: string; name: string; body: string } | null
}

const parents = alias(comments, 'parents')

/** As in `tellGuests`: why they are written to. */
const follow: Record<ToldWork['letter'], SQL> = {
  published: sql`${follows.commentId} = ${comments.id}`,
  reply: sql`${follows.commentId} = ${parents.id}`,
  followed: sql`${follows.commentId} is null`,
}

/**
 * What a letter that was noted is to say now. Null when it is not to go any more: the comment is not published, or has
 * been for a week; the guest has stopped these letters, or all, or is gone. Throws when the database does not answer.
 */
export async function findTold({ letter, comment, guest }: ToldWork, db = getDb()): Promise<Told | null> {
  const [row] = await db
    .select({
      email: guests.email,
      followId: follows.id,
      postId: comments.postId,
      number: sql<number>`${comments.number}`,
      name: comments.name,
      body: comments.body,
      parent: { id: parents.id, name: parents.name, body: parents.body },
    })
    .from(comments)
    .innerJoin(guests, eq(guests.key, guest))
    // Of one that was put away nobody is told, not even whose it was.
    .leftJoin(parents, and(eq(parents.id, comments.parentId), eq(parents.status, 'published')))
    .innerJoin(
      follows,
      and(
        eq(follows.guestKey, guests.key),
        eq(follows.postId, comments.postId),
        isNull(follows.stoppedAt),
        follow[letter],
      ),
    )
    .where(
      and(
        eq(comments.id, comment),
        eq(comments.status, 'published'),
        sql`${comments.publishedAt} > now() - interval '7 days'`,
        isNotNull(guests.confirmedAt),
        isNull(guests.stoppedAt),
      ),
    )
  return row ?? null
}
