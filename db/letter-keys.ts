import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { LetterPurpose } from '../lib/mail/letter-purpose'
import { getDb, type Queries } from './client'
import { letterKeys } from './schema'

const day = 24

/** For how many hours the addresses in a letter open, and what they opened stays open. */
const hoursFor: Record<LetterPurpose, number> = {
  confirm: 7 * day,
  stop: 3650 * day,
  own: day,
  visit: 1,
  feed: 3650 * day,
  decide: 30 * day,
}

/** What an address in a letter is about; each with what its purpose needs. */
export type LetterSubject =
  | { purpose: 'confirm' | 'own' | 'visit' | 'feed'; guestKey: string }
  | { purpose: 'stop'; followId: string }
  | { purpose: 'decide'; commentId: string }

/**
 * Lets the token with this hash (`lib/studio/token.ts`) open one thing for one purpose. The token itself stands in the
 * letter alone. Throws when the database does not answer.
 */
export async function insertLetterKey(
  hash: string,
  subject: LetterSubject,
  queries: Queries = getDb(),
): Promise<void> {
  await queries.insert(letterKeys).values({
    ...subject,
    hash,
    expiresAt: sql`now() + make_interval(hours => ${hoursFor[subject.purpose]})`,
  })
}

/**
 * Whom or what the token with this hash opens for this purpose: the key of a guest, the id of what they follow, or of a comment.
 * Null when it never did, does no more, or is for another purpose. Finding it changes nothing: it opens as often as it
 * is asked. Throws when the database does not answer.
 */
export async function findLetterKey(
  hash: string,
  purpose: LetterPurpose,
  db = getDb(),
): Promise<string | null> {
  const subject = sql<string>`coalesce(${letterKeys.guestKey}, ${letterKeys.followId}::text, ${letterKeys.commentId}::text)`
  const [row] = await db
    .select({ subject })
    .from(letterKeys)
    .where(
      and(eq(letterKeys.hash, hash), eq(letterKeys.purpose, purpose), gt(letterKeys.expiresAt, sql`now()`)),
    )
  return row?.subject ?? null
}

/** Deletes the keys that open nothing any more. Throws when the database does not answer. */
export async function forgetOldLetterKeys(db = getDb()): Promise<void> {
  await db.delete(letterKeys).where(lte(letterKeys.expiresAt, sql`now()`))
}
