import { and, eq, gt, sql } from 'drizzle-orm'
import { getDb, type Queries } from './client'
import { forgetDeviceKey } from './device-key'
import { studioKeys, studioSessions } from './schema'
import { transaction } from './transaction'

/** The author's password as `lib/studio/password.ts` hashed it; null when none was ever set. Throws when the database does not answer. */
export async function findPasswordHash(db = getDb()): Promise<string | null> {
  const [key] = await db
    .select({ hash: studioKeys.hash })
    .from(studioKeys)
    .where(eq(studioKeys.kind, 'password'))
  return key?.hash ?? null
}

/**
 * Makes `hash` the author's password, signs out every browser, knows none of them any more, and takes back the
 * one-time address. Throws when the database does not answer.
 */
export async function replacePassword(hash: string, db = getDb()): Promise<void> {
  await transaction(db, (queries) => writePassword(hash, queries))
}

/** Makes the one-time address with this token's hash the only one that opens, for so many minutes. Throws when the database does not answer. */
export async function replaceInvitation(hash: string, minutes: number, db = getDb()): Promise<void> {
  const made = { hash, createdAt: sql`now()`, expiresAt: sql`now() + make_interval(mins => ${minutes})` }
  await db
    .insert(studioKeys)
    .values({ kind: 'invitation', ...made })
    .onConflictDoUpdate({ target: studioKeys.kind, set: made })
}

/** Whether the one-time address with this token's hash still opens. Throws when the database does not answer. */
export async function isInvitationOpen(hash: string, db = getDb()): Promise<boolean> {
  const [key] = await db.select({ kind: studioKeys.kind }).from(studioKeys).where(isOpen(hash))
  return key !== undefined
}

/**
 * Uses up the one-time address with this token's hash and makes `password`, a hash as well, the author's. False
 * and nothing done when the address opens no more; of two at once one is. Throws when the database does not answer.
 */
export async function acceptInvitation(hash: string, password: string, db = getDb()): Promise<boolean> {
  return transaction(db, async (queries) => {
    const used = await queries.delete(studioKeys).where(isOpen(hash)).returning({ kind: studioKeys.kind })
    if (used.length === 0) return false
    await writePassword(password, queries)
    return true
  })
}

function isOpen(hash: string) {
  return and(
    eq(studioKeys.kind, 'invitation'),
    eq(studioKeys.hash, hash),
    gt(studioKeys.expiresAt, sql`now()`),
  )
}

/** The password first: its row is what a sign-in holds on to while it adds a session. */
async function writePassword(hash: string, queries: Queries) {
  const made = { hash, createdAt: sql`now()`, expiresAt: null }
  await queries
    .insert(studioKeys)
    .values({ kind: 'password', ...made })
    .onConflictDoUpdate({ target: studioKeys.kind, set: made })
  await queries.delete(studioKeys).where(eq(studioKeys.kind, 'invitation'))
  await queries.delete(studioSessions)
  await forgetDeviceKey(queries)
}
