import { randomUUID } from 'node:crypto'
import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { addLetter } from './add-letter'
import { sendWaitingAnswers } from './answers'
import { getDb, type Queries } from './client'
import { countAgainst } from './rate-limits'
import { follows, guests, outbox } from './schema'
import { tellMissed } from './tell-guests'
import { transaction } from './transaction'

/** Somebody who asks for letters; `key` is the hash of the address, as in `comment_contacts`. */
export type NewGuest = { key: string; email: string }

/** What they want to hear of: the replies to a comment of theirs, or with null everything said on a post. */
export type Wish = { postId: string; commentId: string | null }

/** Of the whole site: whoever types a thousand addresses has us write to so many (trust.md T15). */
const mostAsked = { count: 100, minutes: 60 }

/**
 * Has not said yes to letters, or took it back: of what anybody can have sent to such an address, the question
 * (`askToConfirm`) and the way to one's own comments (`askForOwn`), goes one letter a day.
 */
export const isUnproved = sql<boolean>`(${guests.confirmedAt} is null or ${guests.stoppedAt} is not null)`

/** Whether another address that nobody has proved may be written to now. Throws when the database does not answer. */
export function isWithinLimit(queries: Queries): Promise<boolean> {
  return countAgainst('addresses asked to confirm', mostAsked, queries)
}

/** Before the guest's key: the letter that asks them is noted once. */
const confirmKey = 'confirm '

/** Gives what a guest has said about letters. The row is locked, whether it was there or not. Throws when the database does not answer. */
export async function insertGuest(
  queries: Queries,
  guest: NewGuest,
): Promise<{ confirmedAt: Date | null; stoppedAt: Date | null }> {
  const [row] = await queries
    .insert(guests)
    .values(guest)
    .onConflictDoUpdate({ target: guests.key, set: { key: guest.key } })
    .returning({ confirmedAt: guests.confirmedAt, stoppedAt: guests.stoppedAt })
  if (!row) throw new Error('The guest was not locked.')
  return row
}

/**
 * Notes, in the caller's transaction, what somebody wants to hear of. Anybody can type an address: it leads to a letter
 * only once its owner has said yes (`askToConfirm`), and what they stopped it does not bring back. Throws when the
 * database does not answer.
 */
export async function insertFollow(queries: Queries, guest: NewGuest, wish: Wish): Promise<void> {
  // The guest first, then what they follow, as whoever stops letters does.
  await insertGuest(queries, guest)
  await queries
    .insert(follows)
    .values({ id: randomUUID(), guestKey: guest.key, ...wish })
    .onConflictDoUpdate({
      target: [follows.guestKey, follows.postId, follows.commentId],
      // Asked for after it was stopped: that comes true when they say so from their own inbox.
      set: { createdAt: sql`now()` },
    })
}

/** Has somebody hear of all that is said on a post, once they have said yes. Throws when the database does not answer. */
export async function followPost(guest: NewGuest, postId: string, db = getDb()): Promise<void> {
  await transaction(db, async (queries) => {
    await insertFollow(queries, guest, { postId, commentId: null })
    await askToConfirm(queries, guest.key)
  })
}

/** Stopped, and asked for once more since. */
const isAskedForAgain = gt(follows.createdAt, follows.stoppedAt)

/**
 * Asks a guest by letter, in the caller's transaction, whether the address is theirs: when it is not confirmed or they
 * stopped what is asked for again, and no more than once in 24 hours, however many ask at once (trust.md T15). On the day
 * when they got the way to their own comments it waits until that is over: nobody would ask a second time, and an answer
 * may depend on it. The limit of the site is for addresses that anybody types: asked by the author, who answers one by
 * hand, it is not counted. True when a letter was noted; no visitor must be told. Throws when the database does not answer.
 */
export async function askToConfirm(
  queries: Queries,
  guestKey: string,
  by: 'anybody' | 'author' = 'anybody',
): Promise<boolean> {
  const [asked] = await queries
    .update(guests)
    .set({
      askedAt: sql`greatest(now(), case when ${isUnproved} then ${guests.ownAskedAt} + interval '24 hours' end)`,
    })
    .where(
      and(
        eq(guests.key, guestKey),
        or(isNull(guests.askedAt), lt(guests.askedAt, sql`now() - interval '24 hours'`)),
        mustBeAsked(queries),
      ),
    )
    .returning({ delay: sql<number>`extract(epoch from ${guests.askedAt} - now())::float8` })
  if (!asked) return false
  if (by === 'anybody' && !(await isWithinLimit(queries))) {
    await queries.update(guests).set({ askedAt: null }).where(eq(guests.key, guestKey))
    return false
  }
  const key = confirmKey + guestKey
  // One that could not be sent since yesterday would go out beside this one.
  await queries.delete(outbox).where(eq(outbox.key, key))
  await addLetter(queries, { letter: 'confirm', guest: guestKey }, { key, delay: asked.delay })
  return true
}

function mustBeAsked(queries: Queries) {
  const again = queries
    .select({ id: follows.id })
    .from(follows)
    .where(and(eq(follows.guestKey, guests.key), isAskedForAgain))
  return or(isNull(guests.confirmedAt), isNotNull(guests.stoppedAt), exists(again))
}

/** Where to ask a guest whether the address is theirs; null when that is known by now. Throws when the database does not answer. */
export async function findAsked(guestKey: string, db = getDb()): Promise<string | null> {
  const [guest] = await db
    .select({ email: guests.email })
    .from(guests)
    .where(and(eq(guests.key, guestKey), mustBeAsked(db)))
  return guest?.email ?? null
}

/**
 * Asks the writers of comments that are published now, in the caller's transaction, where nobody asked them before:
 * as spam it gave no reason to write to anybody. Throws when the database does not answer.
 */
export async function askWriters(queries: Queries, commentIds: string[]): Promise<void> {
  const ofThese = queries
    .select({ id: follows.id })
    .from(follows)
    .where(and(eq(follows.guestKey, guests.key), inArray(follows.commentId, commentIds)))
  // All are locked first, in one order: whoever asks one of them counts it against the site's limit after that, too.
  const unasked = await queries
    .select({ key: guests.key })
    .from(guests)
    .where(and(isNull(guests.askedAt), exists(ofThese)))
    .orderBy(asc(guests.key))
    .for('update')
  for (const { key } of unasked) await askToConfirm(queries, key)
}

/**
 * Somebody said from their own inbox that the address is theirs and that they want what was asked for under it. They are
 * told what they missed by then: what was answered to them, on the page (`tellMissed`) or to them alone. Said twice it is
 * the same. Throws when the database does not answer.
 */
export async function confirmGuest(guestKey: string, db = getDb()): Promise<void> {
  await transaction(db, async (queries) => {
    await queries
      .update(guests)
      .set({ confirmedAt: sql`coalesce(${guests.confirmedAt}, now())`, stoppedAt: null })
      .where(eq(guests.key, guestKey))
    await queries
      .update(follows)
      .set({ stoppedAt: null })
      .where(and(eq(follows.guestKey, guestKey), isAskedForAgain))
    await tellMissed(queries, guestKey)
    await sendWaitingAnswers(queries, guestKey)
  })
}

/**
 * Forgets addresses that were typed here and nobody has confirmed for 30 days, with all that stands under them. Throws
 * when the database does not answer.
 */
export async function forgetUnconfirmed(db = getDb()): Promise<void> {
  const lately = sql`now() - interval '30 days'`
  const forgotten = db.$with('forgotten').as(
    db
      .delete(guests)
      .where(
        and(
          isNull(guests.confirmedAt),
          isNull(guests.listedAt),
          lt(sql`greatest(${guests.createdAt}, ${guests.askedAt}, ${guests.ownAskedAt})`, lately),
        ),
      )
      .returning({ key: guests.key }),
  )
  const letters = db.select({ key: sql<string>`${confirmKey} || ${forgotten.key}` }).from(forgotten)
  await db.with(forgotten).delete(outbox).where(inArray(outbox.key, letters))
}
