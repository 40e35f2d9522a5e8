import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { getDb } from './client'
import { inEachConversation } from './each-conversation'
import { emptyComments } from './empty-comments'
import { comments } from './schema'

/** Where comments lie for a while, in case they were put there by mistake. */
const isOld = and(
  eq(comments.status, 'removed'),
  ne(comments.body, ''),
  sql`${comments.removedAt} < now() - interval '30 days'`,
)

/**
 * Empties for good what was put into the bin 30 days ago or earlier, and gives how many comments that were. Readers
 * see no difference. Throws when the database does not answer at all; what it misses, the next call finds.
 */
export async function emptyBin(db = getDb()): Promise<number> {
  const old = await db.select({ id: comments.id }).from(comments).where(isOld)
  const { done } = await inEachConversation(
    db,
    old.map(({ id }) => id),
    async ({ queries, ids }) => {
      // Some may have been taken out meanwhile.
      const left = await queries
        .select({ id: comments.id })
        .from(comments)
        .where(and(inArray(comments.id, ids), isOld))
        .for('update')
      await emptyComments(
        queries,
        left.map(({ id }) => id),
      )
      return left.length
    },
  )
  return done.reduce((sum, count) => sum + count, 0)
}
