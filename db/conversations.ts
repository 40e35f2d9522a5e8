import { asc, gte, sql } from 'drizzle-orm'
import { getDb } from './client'
import { conversations } from './schema'

/** A change gets its time before it is committed, so a page made in between is older than it seems. */
const longestWrite = 60

/**
 * The ids of the posts whose comments changed within the last `seconds`, or so shortly before that a page of then may
 * lack it. A span, not an instant: the changes have their time from the clock of the database, and whoever asks may have
 * another (trust.md R11). Throws when the database does not answer.
 */
export async function listChangedWithin(seconds: number, db = getDb()): Promise<string[]> {
  const rows = await db
    .select({ postId: conversations.postId })
    .from(conversations)
    .where(gte(conversations.changedAt, sql`now() - make_interval(secs => ${seconds + longestWrite})`))
    .orderBy(asc(conversations.postId))
  return rows.map((row) => row.postId)
}
