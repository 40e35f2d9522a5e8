import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  ne,
  not,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import type { LetterWorks } from '../lib/mail/letter-work'
import { letterKind } from './add-letter'
import { getDb, type Queries } from './client'
import { answers, commentContacts, comments, decisions, guests, outbox } from './schema'
import { isTakenBack } from './state-before'
import { transaction } from './transaction'

/**
 * Where a letter with an answer stands. `unconfirmed`: it waits until its reader says that the address is theirs.
 * `stopped`: they have stopped all letters, so it goes no more. `failed`: it was tried, and given up.
 */
export type AnswerState = 'unconfirmed' | 'stopped' | 'waiting' | 'sent' | 'failed'

/** What the author answered to what was written for them alone. */
export type Answer = {
  /** The number of its decision. */
  id: number
  commentId: string
  /** As typed. */
  body: string
  at: Date
  state: AnswerState
}

/** What is answered is there, is no spam, and its writer has not deleted it. */
const isAnswerable = and(ne(comments.status, 'spam'), ne(comments.body, ''), not(isTakenBack))

/** Under which key the outbox holds the letter with the answer of this number. */
export function answerKey(id: number): string {
  return `answer ${id}`
}

/** The same for a number in a row. */
export function answerKeyOf(id: SQLWrapper): SQL<string> {
  return sql<string>`'answer ' || ${id}`
}

/** What the author answered to a guest, did not take back, and was not sent. */
function isUnsentTo(guestKey: string) {
  return and(eq(commentContacts.emailHash, guestKey), isNull(answers.sentAt), isNull(decisions.undoneAt))
}

/** What the author answered to these comments, and did not take back, oldest first. Throws when the database does not answer. */
export async function listAnswers(queries: Queries, commentIds: string[]): Promise<Answer[]> {
  if (commentIds.length === 0) return []
  return queries
    .select({
      id: answers.decisionId,
      commentId: decisions.commentId,
      body: answers.body,
      at: decisions.at,
      state: sql<AnswerState>`case when ${answers.sentAt} is not null then 'sent'
        when ${guests.stoppedAt} is not null then 'stopped'
        when ${guests.confirmedAt} is null then 'unconfirmed'
        when ${outbox.id} is not null and ${outbox.doneAt} is null then 'waiting' else 'failed' end`,
    })
    .from(answers)
    .innerJoin(decisions, eq(decisions.id, answers.decisionId))
    .leftJoin(commentContacts, eq(commentContacts.commentId, decisions.commentId))
    .leftJoin(guests, eq(guests.key, commentContacts.emailHash))
    .leftJoin(outbox, eq(outbox.key, answerKeyOf(answers.decisionId)))
    .where(and(inArray(decisions.commentId, commentIds), isNull(decisions.undoneAt)))
    .orderBy(asc(answers.decisionId))
}

/** What a letter with an answer says, and where it goes. For the mailer alone: it holds the e-mail address. */
export type AnswerToSend = {
  email: string
  postId: string
  commentId: string
  /** What was written to the author. */
  question: string
  /** What the author answered. */
  body: string
}

/**
 * What an answer that was noted is to say now. Null when it is not to go (any more): the author took it back, what it
 * answers is gone, spam or deleted by its writer, or the guest has not said that the address is theirs, or wants no letters.
 * Throws when the database does not answer.
 */
export async function findAnswer(
  { answer, guest }: Pick<LetterWorks['answer'], 'answer' | 'guest'>,
  db = getDb(),
): Promise<AnswerToSend | null> {
  const [row] = await db
    .select({
      email: guests.email,
      postId: comments.postId,
      commentId: comments.id,
      question: comments.body,
      body: answers.body,
    })
    .from(answers)
    .innerJoin(decisions, eq(decisions.id, answers.decisionId))
    .innerJoin(comments, eq(comments.id, decisions.commentId))
    .innerJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .innerJoin(guests, eq(guests.key, commentContacts.emailHash))
    .where(
      and(
        eq(answers.decisionId, answer),
        eq(guests.key, guest),
        isNull(decisions.undoneAt),
        isAnswerable,
        isNotNull(guests.confirmedAt),
        isNull(guests.stoppedAt),
      ),
    )
  return row ?? null
}

/**
 * The ids of the posts on which a guest wrote to the author alone and was answered, when they are yet to say that the
 * address is theirs; the last answer first. Throws when the database does not answer.
 */
export async function listAnsweredPosts(guestKey: string, db = getDb()): Promise<string[]> {
  const rows = await db
    .select({ postId: comments.postId })
    .from(answers)
    .innerJoin(decisions, eq(decisions.id, answers.decisionId))
    .innerJoin(comments, eq(comments.id, decisions.commentId))
    .innerJoin(commentContacts, eq(commentContacts.commentId, decisions.commentId))
    .where(and(isUnsentTo(guestKey), isAnswerable))
    .groupBy(comments.postId)
    .orderBy(desc(sql`max(${answers.decisionId})`))
  return rows.map(({ postId }) => postId)
}

/** Notes the letters with what the author answered to a guest who has just confirmed, in the caller's transaction. */
export async function sendWaitingAnswers(queries: Queries, guestKey: string): Promise<void> {
  // Locked, so that one that is just being taken back is not seen.
  const waiting = queries
    .select({ id: answers.decisionId })
    .from(answers)
    .innerJoin(decisions, eq(decisions.id, answers.decisionId))
    .innerJoin(commentContacts, eq(commentContacts.commentId, decisions.commentId))
    .where(isUnsentTo(guestKey))
    .for('update', { of: answers })
    .as('waiting')
  await queries.execute(sql`
    insert into ${outbox} (kind, payload, key)
    select ${letterKind},
      jsonb_build_object('letter', 'answer', 'answer', ${waiting.id}, 'guest', ${guestKey}::text),
      ${answerKeyOf(waiting.id)}
    from ${waiting}
    on conflict do nothing`)
}

/** The letter with this answer was taken by the mail server. Throws when the database does not answer. */
export async function noteAnswerSent(id: number, db = getDb()): Promise<void> {
  await db
    .update(answers)
    .set({ sentAt: sql`coalesce(${answers.sentAt}, now())` })
    .where(eq(answers.decisionId, id))
}

/**
 * Takes an answer back, words and letter: false when that may have gone already, and then nothing is changed. One that
 * is not there, or not any more, is taken back. Throws when the database does not answer.
 */
export async function withdrawAnswer(id: number, db = getDb()): Promise<boolean> {
  return transaction(db, async (queries) => {
    const [answer] = await queries
      .select({ sentAt: answers.sentAt, key: answerKeyOf(answers.decisionId) })
      .from(answers)
      .where(eq(answers.decisionId, id))
      .for('update')
    if (!answer) return true
    // Whoever takes it to the mail server counts that first.
    const [letter] = await queries
      .select({ attempts: outbox.attempts })
      .from(outbox)
      .where(eq(outbox.key, answer.key))
      .for('update')
    if (answer.sentAt !== null || (letter && letter.attempts > 0)) return false
    await queries.delete(outbox).where(eq(outbox.key, answer.key))
    await queries.delete(answers).where(eq(answers.decisionId, id))
    await queries.update(decisions).set({ undoneAt: sql`statement_timestamp()` }).where(eq(decisions.id, id))
    return true
  })
}
