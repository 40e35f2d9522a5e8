import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { getDb } from './client'
import { insertLetterKey } from './letter-keys'
import { guests, letterKeys } from './schema'
import { transaction } from './transaction'

/** A guest who reads their own comments, on the strength of a letter to their address. */
export type Guest = {
  key: string
  email: string
  /** When they stopped all letters; null: they did not. */
  stoppedAt: Date | null
  /** When they asked to stand among the regulars; null: they do not. */
  listedAt: Date | null
}

/**
 * Begins a visit of the guest to whom the letter with this token (as its hash) went: from then on the token of
 * `visitHash` opens their comments, for an hour. Whoever has the letter has the inbox: the address is confirmed by it.
 * False when the letter opens nothing any more. Throws when the database does not answer.
 */
export async function insertVisit(letterHash: string, visitHash: string, db = getDb()): Promise<boolean> {
  return transaction(db, async (queries) => {
    const letters = queries
      .select({ key: letterKeys.guestKey })
      .from(letterKeys)
      .where(
        and(
          eq(letterKeys.hash, letterHash),
          eq(letterKeys.purpose, 'own'),
          gt(letterKeys.expiresAt, sql`now()`),
        ),
      )
    const [guest] = await queries
      .update(guests)
      .set({ confirmedAt: sql`coalesce(${guests.confirmedAt}, now())` })
      .where(inArray(guests.key, letters))
      .returning({ key: guests.key })
    if (!guest) return false
    await insertLetterKey(visitHash, { purpose: 'visit', guestKey: guest.key }, queries)
    return true
  })
}

/** Whose visit the token with this hash is; null when it is none, or over. Writes nothing. Throws when the database does not answer. */
export async function findVisitor(visitHash: string, db = getDb()): Promise<Guest | null> {
  const [guest] = await db
    .select({
      key: guests.key,
      email: guests.email,
      stoppedAt: guests.stoppedAt,
      listedAt: guests.listedAt,
    })
    .from(letterKeys)
    .innerJoin(guests, eq(guests.key, letterKeys.guestKey))
    .where(
      and(
        eq(letterKeys.hash, visitHash),
        eq(letterKeys.purpose, 'visit'),
        gt(letterKeys.expiresAt, sql`now()`),
      ),
    )
  return guest ?? null
}

/** Ends a visit; one that is over already is no mistake. Throws when the database does not answer. */
export async function removeVisit(visitHash: string, db = getDb()): Promise<void> {
  await db.delete(letterKeys).where(and(eq(letterKeys.hash, visitHash), eq(letterKeys.purpose, 'visit')))
}
