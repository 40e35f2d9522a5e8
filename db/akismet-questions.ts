import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { akismetUnsure } from '../lib/comments/decision'
import { getDb, type Queries } from './client'
import { commentContacts, comments, outbox } from './schema'

/** What the rows know of a comment that Akismet is asked about once more. Never for readers: it holds the e-mail address. */
export type Unsure = {
  id: string
  postId: string
  name: string
  website: string | null
  email: string | null
  emailHash: string | null
  writerHash: string | null
  body: string
  isReply: boolean
  createdAt: Date
}

const kind = 'ask-akismet'
/** While Akismet is away for long, no more wait for it than this: all others are the author's at once. */
const most = 100
const first = sql`interval '20 minutes'`
const second = sql`interval '6 hours'`
const isQuestion = eq(outbox.kind, kind)

/**
 * Has Akismet asked about this comment in 20 minutes, and once more six hours after that: within the transaction that
 * stores it, or its new text. Whoever has the answer sooner drops the question.
 */
export async function planQuestion(queries: Queries, commentId: string): Promise<void> {
  const [waiting] = await queries.select({ count: sql<number>`count(*)::int` }).from(outbox).where(isQuestion)
  if (waiting && waiting.count >= most) return
  const dueAt = sql`statement_timestamp() + ${first}`
  await queries
    .insert(outbox)
    .values({ kind, payload: { commentId }, key: keyOf(commentId), dueAt })
    .onConflictDoUpdate({ target: outbox.key, set: { attempts: 0, dueAt } })
}

/** Nobody asks about this comment any more. Throws when the database does not answer. */
export async function dropQuestion(commentId: string, queries: Queries = getDb()): Promise<void> {
  await queries.delete(outbox).where(eq(outbox.key, keyOf(commentId)))
}

/**
 * Takes the questions that are due, the oldest first, `limit` at most. No other process gets them; should this one
 * end before it has asked, they are due again in six hours. Throws when the database does not answer.
 */
export async function claimQuestions(
  limit: number,
  db = getDb(),
): Promise<{ commentId: string; attempts: number }[]> {
  // Apart from the update, as a list within it may be made more than once, and then is not the same.
  const due = db.$with('due').as(
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(isQuestion, lte(outbox.dueAt, sql`now()`)))
      .orderBy(asc(outbox.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true }),
  )
  return db
    .with(due)
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, dueAt: sql`now() + ${second}` })
    .where(inArray(outbox.id, db.select({ id: due.id }).from(due)))
    .returning({ commentId: sql<string>`${outbox.payload} ->> 'commentId'`, attempts: outbox.attempts })
}

/** A comment that still waits for Akismet; null when it does not, or is gone. Throws when the database does not answer. */
export async function findUnsure(commentId: string, db = getDb()): Promise<Unsure | null> {
  const [unsure] = await db
    .select({
      id: comments.id,
      postId: comments.postId,
      name: comments.name,
      website: comments.website,
      email: commentContacts.email,
      emailHash: commentContacts.emailHash,
      writerHash: commentContacts.writerHash,
      body: comments.body,
      isReply: sql<boolean>`${comments.parentId} is not null`,
      createdAt: comments.createdAt,
    })
    .from(comments)
    .leftJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .where(
      and(
        eq(comments.id, commentId),
        eq(comments.status, 'held'),
        sql`${akismetUnsure} = any(${comments.reasons})`,
      ),
    )
  return unsure ?? null
}

function keyOf(commentId: string): string {
  return `${kind} ${commentId}`
}
