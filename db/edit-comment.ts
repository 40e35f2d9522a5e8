import { eq, sql } from 'drizzle-orm'
import { getDb } from './client'
import { type Decided, type DecidedHere, noteChange, type Refusal, summarise } from './decide-comments'
import { inEachConversation, type OpenConversation } from './each-conversation'
import { comments } from './schema'
import { insertDecisions, lockStates } from './state-before'

/**
 * Gives a comment another text, which must be as `checkBody` gives it, and notes what it said before. The same text
 * again does nothing. `read` is when the text that the author mended was last changed, as ISO 8601, null for never: of
 * another one than that no word is overwritten (`changed`), whoever wrote it. `id` is a UUID. Never throws: what could
 * not be done is `refused`.
 */
export async function editComment(
  id: string,
  body: string,
  read: string | null,
  db = getDb(),
): Promise<Decided<Refusal | 'changed'>> {
  return summarise(await inEachConversation(db, [id], (conversation) => editHere(conversation, body, read)))
}

async function editHere(
  { queries, postId, begunAt, ids }: OpenConversation,
  body: string,
  read: string | null,
): Promise<DecidedHere<Refusal | 'changed'>> {
  const nothing = { decisions: [], changed: [], refused: [], post: null }
  const states = await lockStates(queries, ids)
  const [state] = states
  if (!state) return { ...nothing, refused: ids.map((id) => ({ id, why: 'gone' })) }
  if (state.before.body === body) return nothing
  if (state.before.editedAt !== read) return { ...nothing, refused: [{ id: state.id, why: 'changed' }] }
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
