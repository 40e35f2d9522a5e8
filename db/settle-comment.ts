import { and, eq } from 'drizzle-orm'
import type { Verdict } from '../lib/comments/decide'
import { akismetUnsure } from '../lib/comments/decision'
import { dropQuestion } from './akismet-questions'
import { getDb, type Queries } from './client'
import { noteChange, publish } from './decide-comments'
import { inEachConversation, type OpenConversation } from './each-conversation'
import type { StoredComment } from './insert-comment'
import { comments, decisions } from './schema'
import { insertDecisions, lockStates, type State } from './state-before'
import { tellGuests } from './tell-guests'

type Placing = { status: Verdict['status']; reasons: string[] }

type Asked = {
  /** A UUID. */
  id: string
  /** The text that was asked about: the answer says nothing of another one. */
  body: string
  /** False while its writer waits for what the rules say: that is no decision of its own. */
  isNoted: boolean
}

/**
 * Puts a comment where Akismet's answer leads it: `place` says where, from the reasons it waited for. It is as the
 * studio's approval, in one transaction behind the lock of the conversation. Null, and nothing changed, when the
 * comment does not wait for the answer any more: its text was changed, or the author has done something to it, be it
 * taken back. Never throws: null also when the database does not answer, and then it goes on waiting.
 */
export async function settleComment(
  asked: Asked,
  place: (reasons: string[]) => Placing,
  db = getDb(),
): Promise<StoredComment | null> {
  const { done } = await inEachConversation(db, [asked.id], (conversation) =>
    settleHere(conversation, asked, place),
  )
  return done[0] ?? null
}

async function settleHere(
  conversation: OpenConversation,
  { id, body, isNoted }: Asked,
  place: (reasons: string[]) => Placing,
): Promise<StoredComment | null> {
  const { queries, postId, nextNumber, begunAt } = conversation
  const [state] = await lockStates(queries, [id])
  if (!state || !(await isWaiting(queries, state))) {
    await dropQuestion(id, queries)
    return null
  }
  if (state.before.body !== body) return null
  const { status, reasons } = place(state.before.reasons)
  if (status === 'published') {
    await publish(conversation, [state])
  } else {
    await queries.update(comments).set({ status, reasons }).where(eq(comments.id, id))
  }
  if (isSeenToSettle({ number: state.number, status })) await noteChange(queries, postId)
  if (isNoted && status !== 'held')
    await insertDecisions(queries, status === 'published' ? 'publish' : 'spam', [state], begunAt, 'rules')
  if (status === 'published') await tellGuests(queries, [id], 0)
  await dropQuestion(id, queries)
  const number = state.number ?? (status === 'published' ? nextNumber : null)
  return { id, number, status, forAuthor: state.forAuthor }
}

/** True when readers see something else by it: the comment itself, or that it was removed where it had a place. */
export function isSeenToSettle({ number, status }: Pick<StoredComment, 'number' | 'status'>): boolean {
  return status === 'published' || (status !== 'held' && number !== null)
}

/** Held for want of an answer, and by nobody's hand: what the author touched once is the author's. */
async function isWaiting(queries: Queries, { id, forAuthor, before }: State): Promise<boolean> {
  if (forAuthor || before.status !== 'held' || !before.reasons.includes(akismetUnsure)) return false
  const [touched] = await queries
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.commentId, id), eq(decisions.by, 'author')))
    .limit(1)
  return !touched
}
