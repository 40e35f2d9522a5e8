import type { Queries } from './client'
import { outbox } from './schema'

export const latestPostKind = 'latest-post'

/**
 * Notes, in the transaction that stores a comment, that the newest post of its website is to be read. The website
 * itself is not noted: it is forgotten with the comment. Throws when the database does not answer.
 */
export async function addLatestPostJob(queries: Queries, commentId: string): Promise<void> {
  await queries
    .insert(outbox)
    .values({ kind: latestPostKind, payload: { comment: commentId }, key: `${latestPostKind} ${commentId}` })
}
