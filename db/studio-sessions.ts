import { randomUUID } from 'node:crypto'
import { and, desc, eq, gt, lte, or, sql } from 'drizzle-orm'
import { getDb } from './client'
import { forgetDeviceKey } from './device-key'
import { studioKeys, studioSessions } from './schema'
import { transaction } from './transaction'

/** A browser stays signed in for so many days at most, and for so many after it last changed something. */
export const longestDays = 90
const idleDays = 30

export type StudioSession = {
  id: string
  /** Which browser on what, in our own words. */
  device: string
  createdAt: Date
  /** When something was last changed from it. */
  activeAt: Date
}

type NewSession = {
  tokenHash: string
  device: string
  /** The stored password that was found right. */
  passwordHash: string
  /** The hash of the token this browser had until now, which opens nothing from then on. */
  insteadOf: string | null
}

const columns = {
  id: studioSessions.id,
  device: studioSessions.device,
  createdAt: studioSessions.createdAt,
  activeAt: studioSessions.activeAt,
}

function days(count: number) {
  return sql`now() - make_interval(days => ${count})`
}

const alive = and(
  gt(studioSessions.createdAt, days(longestDays)),
  gt(studioSessions.activeAt, days(idleDays)),
)

/**
 * Signs a browser in. False when the password was replaced meanwhile: its row is held, so that none is left out by
 * `replacePassword`. Clears away sessions that are over. Throws when the database does not answer.
 */
export async function insertSession(session: NewSession, db = getDb()): Promise<boolean> {
  const { tokenHash, device, passwordHash, insteadOf } = session
  return transaction(db, async (queries) => {
    const [password] = await queries
      .select({ kind: studioKeys.kind })
      .from(studioKeys)
      .where(and(eq(studioKeys.kind, 'password'), eq(studioKeys.hash, passwordHash)))
      .for('share')
    if (!password) return false
    await queries
      .delete(studioSessions)
      .where(
        or(
          lte(studioSessions.createdAt, days(longestDays)),
          lte(studioSessions.activeAt, days(idleDays)),
          insteadOf === null ? undefined : eq(studioSessions.tokenHash, insteadOf),
        ),
      )
    await queries.insert(studioSessions).values({ id: randomUUID(), tokenHash, device })
    return true
  })
}

/** The session that this token's hash opens; null when there is none or it is over. Writes nothing. Throws when the database does not answer. */
export async function findSession(tokenHash: string, db = getDb()): Promise<StudioSession | null> {
  const [session] = await db
    .select(columns)
    .from(studioSessions)
    .where(and(eq(studioSessions.tokenHash, tokenHash), alive))
  return session ?? null
}

/** As `findSession`, for whoever is about to change something: keeps the session from growing idle. */
export async function findActiveSession(tokenHash: string, db = getDb()): Promise<StudioSession | null> {
  const [session] = await db
    .update(studioSessions)
    .set({ activeAt: sql`now()` })
    .where(and(eq(studioSessions.tokenHash, tokenHash), alive))
    .returning(columns)
  return session ?? null
}

/** Every browser that is signed in, the one used last first. Throws when the database does not answer. */
export async function listSessions(db = getDb()): Promise<StudioSession[]> {
  return db
    .select(columns)
    .from(studioSessions)
    .where(alive)
    .orderBy(desc(studioSessions.activeAt), desc(studioSessions.id))
}

/** Signs one browser out; nothing happens when it is already. Throws when the database does not answer. */
export async function removeSession(id: string, db = getDb()): Promise<void> {
  await db.delete(studioSessions).where(eq(studioSessions.id, id))
}

/** Signs every browser out, and knows none of them any more. Throws when the database does not answer. */
export async function removeSessions(db = getDb()): Promise<void> {
  await transaction(db, async (queries) => {
    await queries.delete(studioSessions)
    await forgetDeviceKey(queries)
  })
}
