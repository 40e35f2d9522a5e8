import { and, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { DecisionMaker, DecisionVerb } from '../lib/comments/decision'
import type { InboxPlace } from '../lib/studio/inbox-query'
import { answerKeyOf } from './answers'
import { place } from './case-columns'
import { getDb } from './client'
import { answers, comments, decisions, outbox } from './schema'
import { isTakenBack } from './state-before'

/** One line of the log, with as much of the comment as tells which one it was. */
export type LoggedDecision = {
  id: number
  verb: DecisionVerb
  by: DecisionMaker
  at: Date
  /** Null while it stands. */
  undoneAt: Date | null
  /** False when it was taken back or overtaken, when nothing of before is known, when it is a letter that has gone, or when its writer deleted the comment or its text was emptied for good. */
  canUndo: boolean
  /** It could be undone, but for what was done to the comment since and stands: that would have to be undone first. */
  isOvertaken: boolean
  commentId: string
  postId: string
  number: number | null
  name: string
  /** Where the comment is by now. */
  place: InboxPlace
}

const isUnsent = sql`(exists (select from ${answers} where ${answers.decisionId} = ${decisions.id} and ${answers.sentAt} is null)
  and not exists (select from ${outbox} where ${outbox.key} = ${answerKeyOf(decisions.id)} and ${outbox.attempts} > 0))`

/** Nothing speaks against undoing it but, maybe, what was decided since. */
const couldBeUndone = sql`(${decisions.undoneAt} is null and case when ${decisions.verb} = 'answer' then ${isUnsent}
  else ${decisions.before} is not null and ${comments.body} <> '' and not ${isTakenBack} end)`

const later = alias(decisions, 'later')

/** By what `undoDecisions` refuses: a letter changes nothing about a comment, and neither overtakes nor is overtaken. */
const hasLater = sql`(${decisions.verb} <> 'answer' and exists (select from ${decisions} as later
  where ${later.commentId} = ${decisions.commentId} and ${later.id} > ${decisions.id}
  and ${later.undoneAt} is null and ${later.verb} <> 'answer'))`

/** What was decided, newest first, `limit` at most, all older than the line `before`. Throws when the database does not answer. */
export async function listDecisions(
  { before, limit = 50 }: { before?: number; limit?: number } = {},
  db = getDb(),
): Promise<LoggedDecision[]> {
  return db
    .select({
      id: decisions.id,
      verb: decisions.verb,
      by: decisions.by,
      at: decisions.at,
      undoneAt: decisions.undoneAt,
      canUndo: sql<boolean>`${couldBeUndone} and not ${hasLater}`,
      isOvertaken: sql<boolean>`${couldBeUndone} and ${hasLater}`,
      commentId: decisions.commentId,
      postId: comments.postId,
      number: comments.number,
      name: comments.name,
      place,
    })
    .from(decisions)
    .innerJoin(comments, eq(comments.id, decisions.commentId))
    .where(before === undefined ? undefined : lt(decisions.id, before))
    .orderBy(desc(decisions.id))
    .limit(limit)
}

/**
 * The author's last decision that can be taken back, about each of these comments; or without any the very last one,
 * with all that were made in one go with it. Comments without one are left out. Throws when the database does not
 * answer.
 */
export async function listLastDecisions(commentIds?: string[], db = getDb()): Promise<number[]> {
  const isOpen = and(eq(decisions.by, 'author'), isNull(decisions.undoneAt), isNotNull(decisions.before))
  if (!commentIds) {
    const last = db
      .select({ verb: decisions.verb, at: decisions.at })
      .from(decisions)
      .where(isOpen)
      .orderBy(desc(decisions.id))
      .limit(1)
      .as('last')
    const rows = await db
      .select({ id: decisions.id })
      .from(decisions)
      .innerJoin(last, and(eq(decisions.verb, last.verb), eq(decisions.at, last.at)))
      .where(isOpen)
    return rows.map(({ id }) => id)
  }
  const rows = await db
    .selectDistinctOn([decisions.commentId], { id: decisions.id })
    .from(decisions)
    .where(and(isOpen, inArray(decisions.commentId, commentIds)))
    .orderBy(decisions.commentId, desc(decisions.id))
  return rows.map(({ id }) => id)
}
