import { eq, sql } from 'drizzle-orm'
import { getDb } from './client'
import { type Decided, type DecidedHere, noteChange, summarise } from './decide-comments'
import { inEachConversation, type OpenConversation } from './each-conversation'
import { comments } from './schema'
import { insertDecisions, lockStates } from './state-before'

/**
 * Gives a comment another text, which must be as `checkBody` gives it, and notes what it said before. The same text
 * again does nothing. `id` is a UUID. Never throws: what could not be done is `refused`.
 */
export async function editComment(id: string, body: string, db = getDb()): Promise<Decided> {
  return summarise(await inEachConversation(db, [id], (conversation) => editHere(conversation, body)))
}

async function editHere(
  { queries, postId, begunAt, ids }: OpenConversation,
  body: string,
): Promise<DecidedHere> {
  const states = await lockStates(queries, ids)
  const [state] = states
  if (!state)
    return { decisions: [], changed: [], refused: ids.map((id) => ({ id, why: 'gone' })), post: null }
  if (state.before.body === body) return { decisions: [], changed: [], refused: [], post: null }
  await queries
    .update(comments)
    .set({ body, editedAt: sql`statement_timestamp()` })
    .where(eq(comments.id, state.id))
  const isSeen = state.before.status === 'published'
  if (isSeen) await noteChange(queries, postId)
  return {
    decisions: await insertDecisions(queries, 'edit', states, begunAt),
    changed: [state.id],
    refused: [],
    post: isSeen ? postId : null,
  }
}
