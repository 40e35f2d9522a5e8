import { sql } from 'drizzle-orm'
import type { Queries } from './client'
import { outbox } from './schema'

export const lookKind = 'look-at-latest-post'

/**
 * Has the page of a comment's latest post looked at in 30 days, within the transaction that puts it there, or shows it
 * again. Throws when the database does not answer.
 */
export async function planLook(queries: Queries, commentId: string): Promise<void> {
  const dueAt = sql`now() + interval '30 days'`
  await queries
    .insert(outbox)
    .values({ kind: lookKind, payload: { comment: commentId }, key: `${lookKind} ${commentId}`, dueAt })
    .onConflictDoUpdate({ target: outbox.key, set: { attempts: 0, doneAt: null, dueAt } })
}
