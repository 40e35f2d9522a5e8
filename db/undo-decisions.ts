import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { StateBefore } from '../lib/comments/decision'
import { getDb, type Queries } from './client'
import {
  type Decided,
  type DecidedHere,
  decideHere,
  noteChange,
  type Refusal,
  summarise,
} from './decide-comments'
import { inEachConversation, type OpenConversation } from './each-conversation'
import { listNotedReplies } from './note-reply'
import { comments, decisions } from './schema'
import { lockStates, type State } from './state-before'
import { tellGuests, timeToUndo } from './tell-guests'

/**
 * Why a decision stands: something else was decided about the comment since, which must be taken back first; or what
 * was before is not known any more.
 */
export type UndoRefusal = Exclude<Refusal, 'for-author' | 'for-readers'> | 'overtaken' | 'final'

/**
 * Takes decisions back, by the numbers of their notes: each comment is what it was before, its status, reasons, text
 * and times, and the latest post under it where that was decided about; but a number once given stays, and so does the
 * time it was given. Of one comment the newest decision goes first, and several go together when nothing came in between.
 * The author's reply that came in one go with one goes into the bin. What was taken back already is passed over. In the
 * answer `decisions` are those that were taken back, and `refused` names comments. Throws when the database does not
 * answer at all; later that is a refusal.
 */
export async function undoDecisions(decisionIds: number[], db = getDb()): Promise<Decided<UndoRefusal>> {
  const wanted = new Set(decisionIds)
  const rows = await db
    .selectDistinct({ id: decisions.commentId })
    .from(decisions)
    .where(and(inArray(decisions.id, decisionIds), isNull(decisions.undoneAt)))
  return summarise(
    await inEachConversation(
      db,
      rows.map(({ id }) => id),
      (conversation) => undoHere(conversation, wanted),
    ),
  )
}

async function undoHere(
  conversation: OpenConversation,
  wanted: Set<number>,
): Promise<DecidedHere<UndoRefusal>> {
  const { queries, postId, ids } = conversation
  const states = new Map((await lockStates(queries, ids)).map((state) => [state.id, state]))
  const notes = await listNotes(queries, ids)
  const here: DecidedHere<UndoRefusal> = { decisions: [], changed: [], refused: [], post: null }
  const targets: number[] = []
  const aboutLatest: number[] = []
  for (const id of ids) {
    const state = states.get(id)
    const chain = findChain(notes.get(id) ?? [], wanted)
    if (!state || typeof chain === 'string') {
      if (chain !== 'done')
        here.refused.push({ id, why: state && typeof chain === 'string' ? chain : 'gone' })
      continue
    }
    targets.push(chain.last)
    here.decisions.push(...chain.undone)
    here.changed.push(id)
    if (chain.isAboutLatest) aboutLatest.push(...chain.undone)
    const showsLatest = chain.isAboutLatest && state.before.status === 'published'
    if (showsLatest || isSeenToDiffer(state, chain.target)) here.post = postId
  }
  if (here.decisions.length > 0) {
    await restore(queries, targets)
    if (aboutLatest.length > 0) await restoreLatestPosts(queries, aboutLatest)
    await queries
      .update(decisions)
      .set({ undoneAt: sql`statement_timestamp()` })
      .where(inArray(decisions.id, here.decisions))
    const replies = await listNotedReplies(queries, here.decisions)
    await decideHere({ ...conversation, ids: replies }, 'remove')
    // What was put away by mistake is told of after all.
    await tellGuests(queries, here.changed, timeToUndo)
  }
  if (here.post !== null) await noteChange(queries, postId)
  return here
}

type Note = { id: number; before: StateBefore | null }

type Chain = { undone: number[]; last: number; target: StateBefore; isAboutLatest: boolean }

/** What was decided about each comment and still stands, newest first. */
async function listNotes(queries: Queries, commentIds: string[]): Promise<Map<string, Note[]>> {
  const rows = await queries
    .select({ id: decisions.id, commentId: decisions.commentId, before: decisions.before })
    .from(decisions)
    // A letter changes nothing about a comment, and stands in no decision's way.
    .where(
      and(inArray(decisions.commentId, commentIds), isNull(decisions.undoneAt), ne(decisions.verb, 'answer')),
    )
    .orderBy(desc(decisions.id))
  const notes = new Map<string, Note[]>()
  for (const { commentId, ...note } of rows) notes.set(commentId, [...(notes.get(commentId) ?? []), note])
  return notes
}

/** The newest notes that are wanted, without a gap, down to the `last`, and what was before that; or why there are none. */
function findChain(notes: Note[], wanted: Set<number>): Chain | 'overtaken' | 'final' | 'done' {
  const last = notes.findLastIndex(({ id }) => wanted.has(id))
  // Somebody was faster.
  if (last === -1) return 'done'
  const chain = notes.slice(0, last + 1)
  const oldest = chain.at(-1)
  if (chain.some(({ id }) => !wanted.has(id))) return 'overtaken'
  if (!oldest?.before) return 'final'
  return {
    undone: chain.map(({ id }) => id),
    last: oldest.id,
    target: oldest.before,
    isAboutLatest: chain.some(({ before }) => before?.latestPost !== undefined),
  }
}

/** Gives comments back what they were before these decisions, one for each: all in one statement, as readers wait to post. */
async function restore(queries: Queries, decisionIds: number[]) {
  const { before } = decisions
  const time = (name: string) => sql`(${before} ->> ${name})::timestamptz`
  await queries
    .update(comments)
    .set({
      status: sql`(${before} ->> 'status')::comment_status`,
      reasons: sql`array(select jsonb_array_elements_text(${before} -> 'reasons'))`,
      body: sql`${before} ->> 'body'`,
      editedAt: time('editedAt'),
      removedAt: time('removedAt'),
      // With its number a comment also keeps its place among the others, be it as a tombstone.
      publishedAt: sql`case when ${comments.number} is null then ${time('publishedAt')} else ${comments.publishedAt} end`,
    })
    .from(decisions)
    .where(and(eq(decisions.commentId, comments.id), inArray(decisions.id, decisionIds)))
}

/** The same for the latest posts under them, of these decisions by the oldest that was about each. */
async function restoreLatestPosts(queries: Queries, decisionIds: number[]) {
  const latestPost = sql`${decisions.before} -> 'latestPost'`
  const oldest = queries
    .selectDistinctOn([decisions.commentId], {
      commentId: decisions.commentId,
      latestPost: latestPost.as('latest_post_before'),
    })
    .from(decisions)
    .where(and(inArray(decisions.id, decisionIds), isNotNull(latestPost)))
    .orderBy(asc(decisions.commentId), asc(decisions.id))
    .as('oldest')
  await queries
    .update(comments)
    .set({ latestPost: sql`${oldest.latestPost}` })
    .from(oldest)
    .where(eq(oldest.commentId, comments.id))
}

function isSeenToDiffer({ number, before: now }: State, then: StateBefore): boolean {
  if (now.status !== then.status) return number !== null
  return now.status === 'published' && (now.body !== then.body || now.editedAt !== then.editedAt)
}
