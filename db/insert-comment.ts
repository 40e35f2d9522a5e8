import { randomUUID } from 'node:crypto'
import { and, eq, exists, gt, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { CommentStatus, LatestPost } from '../lib/comments/comment'
import { akismetUnsure } from '../lib/comments/decision'
import { addLatestPostJob } from './add-latest-post-job'
import { authorLetter } from './add-letter'
import { planQuestion } from './akismet-questions'
import { getDb, type Queries } from './client'
import { describeError } from './describe-error'
import { askToConfirm, insertFollow } from './guests'
import { planLook } from './plan-look'
import { commentContacts, comments, conversations, follows, outbox } from './schema'
import { tellGuests, timeToUndo } from './tell-guests'
import { transaction } from './transaction'

export type NewComment = {
  postId: string
  /** The number of the published comment it answers; null at the top. */
  parentNumber: number | null
  body: string
  name: string
  website: string | null
  email: string | null
  emailHash: string | null
  addressHash: string | null
  /** As in `commentContacts`: what shows a browser its own comments. */
  writerHash: string | null
  swatch: string
  byAuthor: boolean
  /** Never published: its `status` says so already. */
  forAuthor: boolean
  /** A UUID made in the browser; null without JavaScript. */
  key: string | null
  status: CommentStatus
  reasons: string[]
  /** A post of `website` is to stand under it: the newest, unless `latestPost` is there. Absent: none. */
  wantsLatestPost?: boolean
  /** Which of its posts the writer chose from what was offered. */
  latestPost?: LatestPost | null
  /** The author is to have a letter about it, unless it is spam, or their own. Absent: they are not. */
  tellsAuthor?: boolean
  /** Its writer is to have letters about it, to `email`. Absent: they are not. */
  wantsLetters?: boolean
}

export type StoredComment = {
  id: string
  /** Null while it waits for its first publication. */
  number: number | null
  status: CommentStatus
  forAuthor: boolean
}

export type InsertResult =
  | { ok: true; comment: StoredComment; repeated: boolean }
  | { ok: false; reason: 'no-parent' | 'unavailable' }

const parents = alias(comments, 'parents')

/**
 * Stores a comment, gives it its number if it is published, and raises the conversation's `changedAt`, all or
 * nothing. A second try is answered with the first comment (`repeated`): known by its key, or without one by
 * the same words of the same person in the same place within 24 hours; of it the wish for letters alone is noted.
 * Never throws: whatever goes wrong with the database is `unavailable`, and then nothing is stored, or a second try
 * will find what was. So is a key that was used under another post, which no form of ours sends.
 */
export async function insertComment(input: NewComment, db = getDb()): Promise<InsertResult> {
  try {
    return await transaction(db, (queries) => insertOnce(queries, input))
  } catch (error) {
    console.error(`A comment on ${input.postId} was not saved: ${describeError(error)}`)
    return { ok: false, reason: 'unavailable' }
  }
}

async function insertOnce(queries: Queries, input: NewComment): Promise<InsertResult> {
  const { nextNumber, isFollowed } = await lockConversation(queries, input.postId)
  const first = await findRepeated(input, queries)
  if (first) {
    if (await isOfSameAddress(queries, first.id, input.emailHash)) await noteWish(queries, input, first)
    return { ok: true, comment: first, repeated: true }
  }
  const parent =
    input.parentNumber === null ? null : await findParent(queries, input.postId, input.parentNumber)
  if (input.parentNumber !== null && !parent) return { ok: false, reason: 'no-parent' }
  const comment = await store(queries, input, parent, nextNumber)
  if (input.reasons.includes(akismetUnsure)) await planQuestion(queries, comment.id)
  if (input.latestPost) await planLook(queries, comment.id)
  else if (mayHaveLatestPost(input)) await addLatestPostJob(queries, comment.id)
  await noteWish(queries, input, comment)
  // Letters to others about it, if it is up.
  if (input.status === 'published' && isFollowed)
    await tellGuests(queries, [comment.id], input.byAuthor ? timeToUndo : 0)
  return { ok: true, comment, repeated: false }
}

/** That its writer wants to hear of replies, be it that they said so at a second try alone. */
async function noteWish(queries: Queries, input: NewComment, { id, status }: StoredComment) {
  const { wantsLetters, email, emailHash, postId, forAuthor } = input
  // What is never up is never answered there.
  if (!wantsLetters || forAuthor || status === 'removed' || email === null || emailHash === null) return
  await insertFollow(queries, { key: emailHash, email }, { postId, commentId: id })
  // Who posts spam is asked when the author says that it is none (`askWriters`).
  if (status !== 'spam') await askToConfirm(queries, emailHash)
}

/** A key proves whose browser it is, and no address: under another one, strangers could be written to in the name of a retry. */
async function isOfSameAddress(queries: Queries, id: string, emailHash: string | null): Promise<boolean> {
  if (emailHash === null) return false
  const found = await queries
    .select({ id: commentContacts.commentId })
    .from(commentContacts)
    .where(and(eq(commentContacts.commentId, id), eq(commentContacts.emailHash, emailHash)))
  return found.length > 0
}

/** What nobody will read costs nobody a request: what is spam now may be published yet, what is for the author never is. */
function mayHaveLatestPost({ wantsLatestPost, website, forAuthor }: NewComment): boolean {
  return wantsLatestPost === true && website !== null && !forAuthor
}

/**
 * Whoever writes to this conversation next waits until we are done. Gives the number that is next, and whether anybody
 * asked to hear of what is said there.
 */
export async function lockConversation(
  queries: Queries,
  postId: string,
): Promise<{ nextNumber: number; isFollowed: boolean }> {
  const followed = queries
    .select({ found: sql`1` })
    .from(follows)
    .where(and(eq(follows.postId, postId), isNull(follows.stoppedAt)))
  const [row] = await queries
    .insert(conversations)
    .values({ postId })
    // Changes nothing: only a row that is written is given back, and locked, whether it was there or not.
    .onConflictDoUpdate({ target: conversations.postId, set: { postId } })
    .returning({ nextNumber: conversations.nextNumber, isFollowed: sql<boolean>`${exists(followed)}` })
  if (!row) throw new Error('The conversation was not locked.')
  return row
}

/**
 * The comment of this post that `input` repeats, or null: what `insertComment` would answer, asked beforehand,
 * so that a second try is not counted against a limit. Throws when the database does not answer.
 */
export async function findRepeated(
  input: NewComment,
  queries: Queries = getDb(),
): Promise<StoredComment | null> {
  const sameWords = and(
    eq(comments.body, input.body),
    eq(comments.name, input.name),
    eq(comments.forAuthor, input.forAuthor),
    input.parentNumber === null ? isNull(comments.parentId) : eq(parents.number, input.parentNumber),
    sql`${commentContacts.emailHash} is not distinct from ${input.emailHash}`,
    gt(comments.createdAt, sql`now() - interval '24 hours'`),
  )
  const [first] = await queries
    .select({
      id: comments.id,
      number: comments.number,
      status: comments.status,
      forAuthor: comments.forAuthor,
    })
    .from(comments)
    .leftJoin(parents, eq(parents.id, comments.parentId))
    .leftJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .where(
      and(eq(comments.postId, input.postId), input.key === null ? sameWords : eq(comments.key, input.key)),
    )
    .orderBy(comments.createdAt)
    .limit(1)
  return first ?? null
}

type Parent = { id: string; rootId: string }

async function findParent(queries: Queries, postId: string, number: number): Promise<Parent | null> {
  const [parent] = await queries
    .select({ id: comments.id, rootId: comments.rootId })
    .from(comments)
    .where(and(eq(comments.postId, postId), eq(comments.number, number), eq(comments.status, 'published')))
  return parent ?? null
}

/** One statement, as the lock is held meanwhile. All times in it are equal, and taken under the lock: numbers and times agree. */
async function store(
  queries: Queries,
  input: NewComment,
  parent: Parent | null,
  nextNumber: number,
): Promise<StoredComment> {
  const {
    email,
    emailHash,
    addressHash,
    writerHash,
    parentNumber: _,
    wantsLatestPost: _wish,
    tellsAuthor,
    wantsLetters: _letters,
    ...values
  } = input
  const isPublished = input.status === 'published'
  const number = isPublished ? nextNumber : null
  const id = randomUUID()
  const now = sql`statement_timestamp()`
  const added = queries.$with('added').as(
    queries
      .insert(comments)
      .values({
        ...values,
        id,
        number,
        parentId: parent?.id ?? null,
        rootId: parent?.rootId ?? id,
        createdAt: now,
        publishedAt: isPublished ? now : null,
      })
      .returning({ id: comments.id }),
  )
  const counted = queries.$with('counted').as(
    queries
      .update(conversations)
      .set({ nextNumber: nextNumber + 1, changedAt: now })
      .where(and(eq(conversations.postId, input.postId), sql`${isPublished}`))
      .returning({ postId: conversations.postId }),
  )
  const told = queries
    .$with('told')
    .as(queries.insert(outbox).values(authorLetter(id)).returning({ id: outbox.id }))
  const isNews = tellsAuthor === true && !input.byAuthor && input.status !== 'spam'
  await queries
    .with(added, counted, ...(isNews ? [told] : []))
    .insert(commentContacts)
    .values({ commentId: id, email, emailHash, addressHash, writerHash })
  return { id, number, status: input.status, forAuthor: input.forAuthor }
}
