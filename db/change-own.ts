import { and, eq, isNull, sql } from 'drizzle-orm'
import type { CommentStatus } from '../lib/comments/comment'
import { akismetUnsure } from '../lib/comments/decision'
import { authorLetter, letterKind } from './add-letter'
import { planQuestion } from './akismet-questions'
import { getDb, type Queries } from './client'
import { noteChange } from './decide-comments'
import { lockConversation } from './insert-comment'
import { logFault } from './log-fault'
import { isChangeable, isOwnedBy, type OwnKey } from './own-comments'
import { commentContacts, comments, decisions, outbox } from './schema'
import { toStateBefore } from './state-before'
import { transaction } from './transaction'

type Placing = { status: CommentStatus; reasons: string[] }

/** `seen` is true when readers saw the comment before or see it now: then its page must be made again. */
export type Changed =
  | { ok: true; status: CommentStatus; number: number | null; seen: boolean }
  | { ok: false; reason: 'not-yours' | 'too-late' | 'removed' }
  /** `fault` names it in the log. */
  | { ok: false; reason: 'unavailable'; fault: string }

export type OwnEdit = {
  /** As `checkBody` gives it. */
  body: string
  /** The author is to have a letter when it waits by this that was published. Absent: they are not. */
  tellsAuthor?: boolean
}

/**
 * Gives a comment of this owner another text, within its time by the clock of the database. `place` says where
 * it stands then, from where it stands now. The change and what the rules make of it are noted in `decisions`,
 * each with what was before. The same text again changes nothing. Never throws: whatever goes wrong is `unavailable`.
 */
export async function editOwn(
  key: OwnKey,
  { body, tellsAuthor = false }: OwnEdit,
  place: (before: Placing) => Placing,
  db = getDb(),
): Promise<Changed> {
  return change(key, db, async (queries, before) => {
    if (!before.isChangeable) return { ok: false, reason: 'too-late' }
    const { status, number } = before
    if (body === before.body) return { ok: true, status, number, seen: false }
    const after = place({ status, reasons: before.reasons })
    const [edited] = await queries
      .update(comments)
      .set({ body, status: after.status, reasons: after.reasons, editedAt: now })
      .where(eq(comments.id, key.id))
      .returning({ editedAt: comments.editedAt })
    await queries.insert(decisions).values({
      commentId: key.id,
      verb: 'edit',
      by: 'writer',
      before: toStateBefore(before),
    })
    if (after.status !== status) {
      await queries.insert(decisions).values({
        commentId: key.id,
        verb: after.status === 'spam' ? 'spam' : 'hold',
        by: 'rules',
        before: toStateBefore({ ...before, body, editedAt: edited?.editedAt ?? null }),
      })
    }
    if (tellsAuthor && status === 'published' && after.status === 'held') await tellAuthor(queries, key.id)
    if (after.reasons.includes(akismetUnsure)) await planQuestion(queries, key.id)
    // What has a number has a place on the page, which says whether it waits or was removed.
    const seen = status === 'published' || (number !== null && after.status !== status)
    if (seen) await noteChange(queries, key.postId)
    return { ok: true, status: after.status, number, seen }
  })
}

/** By letter, unless one that is to be written yet says so. What waited before the author has heard of. */
async function tellAuthor(queries: Queries, id: string): Promise<void> {
  const letter = authorLetter(id)
  const [noted] = await queries
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.kind, letterKind),
        isNull(outbox.doneAt),
        // One that was tried was written by then.
        eq(outbox.attempts, 0),
        sql`${outbox.payload} @> ${JSON.stringify(letter.payload)}::jsonb`,
      ),
    )
    .limit(1)
  if (!noted) await queries.insert(outbox).values(letter)
}

/**
 * Removes a comment, for a browser within its time by the clock of the database, for a guest at any time: its row
 * stays in the bin, and its number in its place while others answer it. One that was removed before is `removed`, and nothing is noted
 * twice. Never throws: whatever goes wrong is `unavailable`.
 */
export async function removeOwn(key: OwnKey, db = getDb()): Promise<Changed> {
  return change(key, db, async (queries, before) => {
    if (!before.isChangeable && 'writerHash' in key) return { ok: false, reason: 'too-late' }
    await queries.update(comments).set({ status: 'removed', removedAt: now }).where(eq(comments.id, key.id))
    await queries.insert(decisions).values({
      commentId: key.id,
      verb: 'remove',
      by: 'writer',
      before: toStateBefore(before),
    })
    // Its place says that it was removed, also where it said before that it waits.
    const seen = before.number !== null
    if (seen) await noteChange(queries, key.postId)
    return { ok: true, status: 'removed', number: before.number, seen }
  })
}

const now = sql`statement_timestamp()`

type Row = Awaited<ReturnType<typeof lockOwn>>

async function change(
  key: OwnKey,
  db: ReturnType<typeof getDb>,
  write: (queries: Queries, before: NonNullable<Row>) => Promise<Changed>,
): Promise<Changed> {
  try {
    return await transaction(db, async (queries) => {
      const before = await lockOwn(queries, key)
      if (!before) return { ok: false, reason: 'not-yours' }
      if (before.status === 'removed') return { ok: false, reason: 'removed' }
      return write(queries, before)
    })
  } catch (error) {
    const fault = logFault(`A comment on ${key.postId} was not changed`, error)
    return { ok: false, reason: 'unavailable', fault }
  }
}

/** The conversation first, as whoever posts or publishes does: two who change one comment never wait for each other. */
async function lockOwn(queries: Queries, key: OwnKey) {
  await lockConversation(queries, key.postId)
  const [row] = await queries
    .select({
      number: comments.number,
      status: comments.status,
      reasons: comments.reasons,
      body: comments.body,
      publishedAt: comments.publishedAt,
      editedAt: comments.editedAt,
      removedAt: comments.removedAt,
      isChangeable: sql<boolean>`${isChangeable}`,
    })
    .from(comments)
    .innerJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .where(and(eq(comments.postId, key.postId), eq(comments.id, key.id), isOwnedBy(key)))
    .for('update', { of: comments })
  return row
}
