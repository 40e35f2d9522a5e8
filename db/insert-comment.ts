import { and, eq } from 'drizzle-orm'
import type { CommentStatus, LatestPost } from '../lib/comments/comment'
import { akismetUnsure } from '../lib/comments/decision'
import { addLatestPostJob } from './add-latest-post-job'
import { planQuestion } from './akismet-questions'
import { type Db, getDb, type Queries } from './client'
import { addToFirstPage } from './first-page'
import { askToConfirm, insertFollow } from './guests'
import { logFault } from './log-fault'
import { lookAtConversation, type Seen } from './look-at-conversation'
import { planLook } from './plan-look'
import { commentContacts, conversations } from './schema'
import { type StoredAsSeen, storeAsSeen } from './store-as-seen'
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
  /** The author does not trust its writer (`findFacts`). Absent: that is not known. */
  isUntrusted?: boolean
}

export type StoredComment = {
  id: string
  /** Null while it waits for its first publication. */
  number: number | null
  status: CommentStatus
  forAuthor: boolean
}

export type InsertResult =
  /** `mayHaveLetters`: one may have been noted that is to go at once. */
  | { ok: true; comment: StoredComment; repeated: boolean; mayHaveLetters: boolean }
  | { ok: false; reason: 'no-parent' }
  /** `fault` names it in the log. */
  | { ok: false; reason: 'unavailable'; fault: string }

/**
 * Stores a comment, gives it its number if it is published, and raises the conversation's `changedAt`, all or
 * nothing. A second try is answered with the first comment (`repeated`): known by its key, or without one by
 * the same words of the same person in the same place within 24 hours; of it the wish for letters alone is noted.
 * Never throws: whatever goes wrong with the database is `unavailable`, and then nothing is stored, or a second try
 * will find what was. So is a key that was used under another post, which no form of ours sends. `seen` is what a look
 * at the conversation gave a moment ago, where there was one: it spares another.
 */
export async function insertComment(
  input: NewComment,
  db = getDb(),
  seen: Seen | null = null,
): Promise<InsertResult> {
  try {
    return (
      (await insertAlone(db, input, seen)) ??
      (await transaction(db, (queries) => insertLocked(queries, input)))
    )
  } catch (error) {
    const fault = logFault(`A comment on ${input.postId} was not saved`, error)
    return { ok: false, reason: 'unavailable', fault }
  }
}

/**
 * As most comments are stored: one look, and one statement that writes if nobody else has written to the conversation
 * in between. Null, and nothing stored, when somebody has, or when more must be written with the comment.
 */
async function insertAlone(db: Db, input: NewComment, before: Seen | null): Promise<InsertResult | null> {
  const bringsMore =
    wishesLetters(input) || isToBeAsked(input) || input.latestPost || mayHaveLatestPost(input)
  if (bringsMore) return null
  const seen = before ?? (await lookAtConversation(input, db))
  if (seen.first) return { ok: true, comment: seen.first, repeated: true, mayHaveLetters: true }
  // It may have been published since.
  if (input.parentNumber !== null && !seen.parent) return null
  if (seen.isFollowed && input.status === 'published') return null
  const stored = await storeAsSeen(db, input, seen)
  if (stored) noteOnFirstPage(input, seen, stored)
  return stored && { ok: true, comment: stored.comment, repeated: false, mayHaveLetters: stored.isLetterDue }
}

/** Where it is not known whether finders may follow the link to its site, the page is read again for it. */
function noteOnFirstPage(input: NewComment, seen: Seen, { comment, version, publishedAt }: StoredAsSeen) {
  const { postId, parentNumber, name, website, swatch, byAuthor, body, isUntrusted } = input
  const { number } = comment
  if (number === null || publishedAt === null) addToFirstPage(postId, seen.version, version, null)
  else if (website === null || isUntrusted)
    addToFirstPage(postId, seen.version, version, {
      ...{ number, parentNumber, parentName: null, name, website, swatch, byAuthor, isTrusted: false, body },
      ...{ latestPost: null, anchor: null, publishedAt, editedAt: null, editedByAuthor: false },
      ...{ removed: false, waits: false },
    })
}

/** With the conversation locked, and whatever must be written with the comment. */
async function insertLocked(queries: Queries, input: NewComment): Promise<InsertResult> {
  await lockConversation(queries, input.postId)
  const seen = await lookAtConversation(input, queries)
  if (seen.first) {
    if (await isOfSameAddress(queries, seen.first.id, input.emailHash))
      await noteWish(queries, input, seen.first)
    return { ok: true, comment: seen.first, repeated: true, mayHaveLetters: true }
  }
  if (input.parentNumber !== null && !seen.parent) return { ok: false, reason: 'no-parent' }
  const stored = await storeAsSeen(queries, input, seen)
  if (!stored) throw new Error('A locked conversation was written to.')
  const { comment } = stored
  if (isToBeAsked(input)) await planQuestion(queries, comment.id)
  if (input.latestPost) await planLook(queries, comment.id)
  else if (mayHaveLatestPost(input)) await addLatestPostJob(queries, comment.id)
  await noteWish(queries, input, comment)
  // Letters to others about it, if it is up.
  if (input.status === 'published' && seen.isFollowed)
    await tellGuests(queries, [comment.id], input.byAuthor ? timeToUndo : 0)
  return { ok: true, comment, repeated: false, mayHaveLetters: true }
}

function isToBeAsked({ reasons }: NewComment): boolean {
  return reasons.includes(akismetUnsure)
}

/** What is never up is never answered there. */
function wishesLetters({ wantsLetters, forAuthor }: NewComment): boolean {
  return wantsLetters === true && !forAuthor
}

/** That its writer wants to hear of replies, be it that they said so at a second try alone. */
async function noteWish(queries: Queries, input: NewComment, { id, status }: StoredComment) {
  const { email, emailHash, postId } = input
  if (!wishesLetters(input) || status === 'removed' || email === null || emailHash === null) return
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

/** Whoever writes to this conversation next waits until we are done. Gives the number that is next. */
export async function lockConversation(queries: Queries, postId: string): Promise<{ nextNumber: number }> {
  const [row] = await queries
    .insert(conversations)
    .values({ postId })
    // Changes nothing: only a row that is written is given back, and locked, whether it was there or not.
    .onConflictDoUpdate({ target: conversations.postId, set: { postId } })
    .returning({ nextNumber: conversations.nextNumber })
  if (!row) throw new Error('The conversation was not locked.')
  return row
}
