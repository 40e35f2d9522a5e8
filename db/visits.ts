import { and, eq, gt, sql } from 'drizzle-orm'
import { getDb } from './client'
import { findLetterKey, insertLetterKey } from './letter-keys'
import { guests, letterKeys } from './schema'

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
 * `visitHash` opens their comments, for an hour. It is no yes to letters: anybody may have asked for those under the address.
 * False when the letter opens nothing any more. Throws when the database does not answer.
 */
export async function insertVisit(letterHash: string, visitHash: string, db = getDb()): Promise<boolean> {
  const guestKey = await findLetterKey(letterHash, 'own', db)
  if (guestKey === null) return false
  await insertLetterKey(visitHash, { purpose: 'visit', guestKey }, db)
  return true
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
