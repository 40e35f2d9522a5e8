import { asc, gte } from 'drizzle-orm'
import { getDb } from './client'
import { conversations } from './schema'

/** A change gets its time before it is committed, so a page made in between is older than it seems. */
const longestWrite = 60_000

/** The ids of the posts whose comments changed since `instant`, or so shortly before that a page of then may lack it. */
export async function listChangedSince(instant: Date, db = getDb()): Promise<string[]> {
  const rows = await db
    .select({ postId: conversations.postId })
    .from(conversations)
    .where(gte(conversations.changedAt, new Date(instant.getTime() - longestWrite)))
    .orderBy(asc(conversations.postId))
  return rows.map((row) => row.postId)
}
