import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Queries } from './client'
import { answers, commentContacts, comments, decisions } from './schema'

/** The writer of a comment whose text stays when all that told who it was is gone. */
export const nobody = { name: 'Someone', swatch: '0'.repeat(16) }

/**
 * Empties comments for good, within a transaction: one that has a number keeps its place, for those who answered it;
 * of one that never had, nothing is left. Whatever was decided about them cannot be taken back any more.
 */
export async function emptyComments(queries: Queries, ids: string[]): Promise<void> {
  await queries.delete(comments).where(and(inArray(comments.id, ids), isNull(comments.number)))
  await queries
    .update(comments)
    .set({
      ...nobody,
      status: 'removed',
      removedAt: sql`coalesce(${comments.removedAt}, statement_timestamp())`,
      body: '',
      website: null,
      latestPost: null,
      anchor: null,
      reasons: [],
      key: null,
    })
    .where(inArray(comments.id, ids))
  await forgetWriters(queries, ids)
}

/** Forgets how the writers of comments could be reached and known again, what the comments were before, and what the author answered to them alone. */
export async function forgetWriters(queries: Queries, ids: string[]): Promise<void> {
  await queries.delete(commentContacts).where(inArray(commentContacts.commentId, ids))
  const notes = queries.select({ id: decisions.id }).from(decisions).where(inArray(decisions.commentId, ids))
  await queries.delete(answers).where(inArray(answers.decisionId, notes))
  await queries.update(decisions).set({ before: null }).where(inArray(decisions.commentId, ids))
}
