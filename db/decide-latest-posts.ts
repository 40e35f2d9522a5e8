import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { LatestPost } from '../lib/comments/comment'
import type { LatestPostVerb } from '../lib/comments/decision'
import { getDb } from './client'
import { type Decided, type DecidedHere, noteChange, summarise } from './decide-comments'
import { inEachConversation, type OpenConversation } from './each-conversation'
import { planLook } from './plan-look'
import { comments } from './schema'
import { insertDecisions, lockStates } from './state-before'

/** A latest post under a published comment, whose page is something else now: no reader sees it. */
export type HeldLatestPost = { commentId: string; name: string; title: string; nowCalled: string }

const nowCalled = sql<string>`(${comments.latestPost} ->> 'nowCalled')`
const isHeld = sql`${nowCalled} is not null`

/** Latest posts that the author is to decide about, `limit` at most, those of the oldest comments first. Throws when the database does not answer. */
export async function listHeldLatestPosts(limit: number, db = getDb()): Promise<HeldLatestPost[]> {
  return db
    .select({
      commentId: comments.id,
      name: comments.name,
      title: sql<string>`${comments.latestPost} ->> 'title'`,
      nowCalled,
    })
    .from(comments)
    .where(and(eq(comments.status, 'published'), isHeld))
    .orderBy(asc(comments.publishedAt), asc(comments.id))
    .limit(limit)
}

/**
 * The author's decision about the latest posts under these comments, of those that are held: shown again as they were, and
 * looked at again as any other, or left out for good. What its page is called when it is shown again is no reason to hold
 * it once more. A note keeps what was before, as of any decision. `ids` are UUIDs of comments. Never throws: what could
 * not be done is `refused`.
 */
export async function decideLatestPosts(ids: string[], verb: LatestPostVerb, db = getDb()): Promise<Decided> {
  return summarise(await inEachConversation(db, ids, (conversation) => decideHere(conversation, verb)))
}

async function decideHere(
  { queries, postId, begunAt, ids }: OpenConversation,
  verb: LatestPostVerb,
): Promise<DecidedHere> {
  const states = await lockStates(queries, ids)
  const there = states.map(({ id }) => id)
  const refused = ids.flatMap((id) => (there.includes(id) ? [] : [{ id, why: 'gone' as const }]))
  const rows = await queries
    .select({ id: comments.id, latestPost: comments.latestPost })
    .from(comments)
    .where(and(inArray(comments.id, there), isHeld))
  const held = new Map(rows.map(({ id, latestPost }) => [id, latestPost]))
  const asked = states.flatMap((state) => {
    const latestPost = held.get(state.id)
    return latestPost ? [{ ...state, before: { ...state.before, latestPost } }] : []
  })
  if (asked.length === 0) return { decisions: [], changed: [], refused, post: null }
  const changed = asked.map(({ id }) => id)
  await queries
    .update(comments)
    .set({ latestPost: verb === 'drop-latest' ? null : shownAgain })
    .where(inArray(comments.id, changed))
  if (verb === 'show-latest') for (const id of changed) await planLook(queries, id)
  const isSeen = asked.some(({ before }) => before.status === 'published')
  if (isSeen) await noteChange(queries, postId)
  const decisions = await insertDecisions(queries, verb, asked, begunAt)
  return { decisions, changed, refused, post: isSeen ? postId : null }
}

const shownAgain = sql<LatestPost>`${comments.latestPost} - 'nowCalled' || jsonb_build_object('allowedAs', ${nowCalled})`
