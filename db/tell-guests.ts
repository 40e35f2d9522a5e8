import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { letterKind } from './add-letter'
import type { Queries } from './client'
import { commentContacts, comments, decisions, follows, guests, outbox } from './schema'

/** Seconds until letters about a decision of the author's go: longer than they may take it back for (10 s). */
export const timeToUndo = 30

/** A comment of a guest's own. */
const isOwn = sql`${follows.commentId} = ${comments.id}`

/** It waited first: of one that appeared at once its writer knows. */
const wasApproved = sql`exists (select from ${decisions} where ${decisions.commentId} = ${comments.id}
  and ${decisions.verb} = 'publish' and ${decisions.undoneAt} is null)`

/**
 * Notes, in the transaction that published these comments, whom to write to: their writers, those they answer, and who
 * follows the conversation; each once about one comment, however often it is published. They are sent after `delay`
 * seconds, when all of it is looked at once more. One statement, however many follow. Throws when the database does
 * not answer.
 */
export async function tellGuests(queries: Queries, commentIds: string[], delay: number): Promise<void> {
  await addLetters(queries, inArray(comments.id, commentIds), delay)
}

/** Notes what a guest who has just confirmed is still to be told: that a comment of theirs is up. */
export async function tellOfOwn(queries: Queries, guestKey: string): Promise<void> {
  await addLetters(queries, and(eq(follows.guestKey, guestKey), isOwn), 0)
}

async function addLetters(queries: Queries, which: SQL | undefined, delay: number): Promise<void> {
  // Of the reasons to write to somebody the first counts.
  const letter = sql<string>`case when ${isOwn} then 'published'
    when ${follows.commentId} is not null then 'reply' else 'followed' end`.as('letter')
  const rank = sql`case when ${isOwn} then 1 when ${follows.commentId} is not null then 2 else 3 end`
  const told = queries
    .selectDistinctOn([comments.id, follows.guestKey], {
      comment: comments.id,
      guest: follows.guestKey,
      letter,
    })
    .from(comments)
    .innerJoin(
      follows,
      and(
        eq(follows.postId, comments.postId),
        isNull(follows.stoppedAt),
        sql`(${follows.commentId} is null or ${follows.commentId} in (${comments.id}, ${comments.parentId}))`,
      ),
    )
    .innerJoin(
      guests,
      and(eq(guests.key, follows.guestKey), isNotNull(guests.confirmedAt), isNull(guests.stoppedAt)),
    )
    .leftJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .where(
      and(
        which,
        eq(comments.status, 'published'),
        // One that was away for long, and comes back, is no news.
        sql`${comments.publishedAt} > now() - interval '1 day'`,
        sql`case when ${isOwn} then ${wasApproved}
          else ${follows.guestKey} is distinct from ${commentContacts.emailHash} end`,
      ),
    )
    .orderBy(asc(comments.id), asc(follows.guestKey), rank)
    .as('told')
  await queries.execute(sql`
    insert into ${outbox} (kind, payload, key, due_at)
    select ${letterKind},
      jsonb_build_object('letter', ${told.letter}, 'comment', ${told.comment}, 'guest', ${told.guest}),
      'comment ' || ${told.comment} || ' to ' || ${told.guest},
      now() + make_interval(secs => ${delay})
    from ${told}
    on conflict do nothing`)
}
