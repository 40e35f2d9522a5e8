import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { letterKind } from './add-letter'
import type { Queries } from './client'
import { commentContacts, comments, decisions, follows, guests, outbox, storedNow } from './schema'

/** Seconds until letters about a decision of the author's go: longer than they may take it back for (10 s). */
export const timeToUndo = 30

/** A comment of a guest's own. */
const isOwn = sql`${follows.commentId} = ${comments.id}`

/** One that was away for long, and comes back, is no news. */
const isNew = gt(comments.publishedAt, sql`now() - interval '1 day'`)

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
  const due = sql`${storedNow} + make_interval(secs => ${delay})`
  await addLetters(queries, and(inArray(comments.id, commentIds), isNew), due)
}

const answers = alias(comments, 'answers')

/**
 * Notes what a guest who has just confirmed is still to be told: what was answered to them before, since they asked to
 * hear of it and within a week, after which no letter goes (`findTold`). What was said while they had stopped letters is
 * not among it. That a comment of theirs is up is told while nobody has answered it: a letter about the answer says that,
 * too. What goes on in a conversation they follow is on its page: all of it at once would be a flood. Throws when the
 * database does not answer.
 */
export async function tellMissed(queries: Queries, guestKey: string): Promise<void> {
  const isMissedReply = and(
    eq(follows.commentId, comments.parentId),
    gt(comments.publishedAt, follows.createdAt),
    lte(comments.publishedAt, guests.confirmedAt),
    gt(comments.publishedAt, sql`now() - interval '7 days'`),
  )
  const published = queries
    .select({ id: answers.id })
    .from(answers)
    .where(and(eq(answers.parentId, comments.id), eq(answers.status, 'published')))
  const isUpUnanswered = and(isOwn, isNew, notExists(published))
  // What was published a moment ago may still be taken back.
  const due = sql`greatest(${storedNow}, ${comments.publishedAt} + make_interval(secs => ${timeToUndo}))`
  await addLetters(queries, and(eq(follows.guestKey, guestKey), or(isMissedReply, isUpUnanswered)), due)
}

async function addLetters(queries: Queries, which: SQL | undefined, due: SQL): Promise<void> {
  // Of the reasons to write to somebody the first counts.
  const letter = sql<string>`case when ${isOwn} then 'published'
    when ${follows.commentId} is not null then 'reply' else 'followed' end`.as('letter')
  const rank = sql`case when ${isOwn} then 1 when ${follows.commentId} is not null then 2 else 3 end`
  const told = queries
    .selectDistinctOn([comments.id, follows.guestKey], {
      comment: comments.id,
      guest: follows.guestKey,
      letter,
      due: due.as('due'),
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
      ${told.due}
    from ${told}
    on conflict do nothing`)
}
