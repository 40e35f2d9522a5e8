import { and, eq, inArray, not, sql } from 'drizzle-orm'
import type { CommentStatus } from '../lib/comments/comment'
import type { DecisionVerb, LatestPostVerb } from '../lib/comments/decision'
import { getDb, type Queries } from './client'
import {
  type EachResult,
  inEachConversation,
  type OpenConversation,
  type Unavailable,
} from './each-conversation'
import { askWriters } from './guests'
import { isEditedByAuthor } from './public-comment'
import { comments, conversations } from './schema'
import { insertDecisions, isSettled, lockStates, type State } from './state-before'
import { tellGuests, timeToUndo } from './tell-guests'

/** What the author can do to many comments at once. */
export type StatusVerb = Exclude<DecisionVerb, 'edit' | 'answer' | LatestPostVerb>

/**
 * Why a comment was left as it is: there is none, its text is gone for good, or its writer deleted it; it was written for the author alone
 * and is never published; or it was not, and is published or put away, and not marked as read.
 */
export type Refusal = 'gone' | 'for-author' | 'for-readers'

/** `unavailable`: the database did not answer. */
export type Refused<Why = Refusal> = { id: string; why: Why } | (Unavailable & { why: 'unavailable' })

/** What came of a decision. A comment in neither list was as asked already. */
export type Decided<Why = Refusal> = {
  /** The notes about it: with them it is undone. */
  decisions: number[]
  /** Ids of the comments that are something else now. */
  changed: string[]
  /** Ids of the posts whose readers see something else now: their pages are to be made again. */
  posts: string[]
  /** In the order they were asked for; of `undoDecisions` in none. */
  refused: Refused<Why>[]
}

/** What came of it in one conversation. */
export type DecidedHere<Why = Refusal> = Omit<Decided<Why>, 'posts'> & { post: string | null }

const statusAfter: Record<StatusVerb, CommentStatus> = {
  publish: 'published',
  hold: 'held',
  read: 'held',
  spam: 'spam',
  remove: 'removed',
}

/**
 * The author's decision about comments, which may be of many posts: each conversation is changed in one transaction,
 * together with a note of what was before. Comments that were never published take their numbers in the order they
 * were written; one that has a number keeps it, and the time it was given. Done twice, the second does nothing.
 * `ids` are UUIDs. Never throws: what could not be done is `refused`.
 */
export async function decideComments(ids: string[], verb: StatusVerb, db = getDb()): Promise<Decided> {
  return summarise(await inEachConversation(db, ids, (conversation) => decideHere(conversation, verb)))
}

/** By the id of a comment: when the text that somebody has read was last changed, as ISO 8601; null: never. */
export type ReadTexts = ReadonlyMap<string, string | null>

/**
 * As `decideComments` does, but leaves alone what its writer gave another text since it was read (`changed`): a writer may
 * edit what waits, and nobody is to approve, or to have read, what they have not seen. Of what is published already there
 * is nothing to approve.
 */
export async function decideAsRead(
  verb: 'publish' | 'read',
  read: ReadTexts,
  db = getDb(),
): Promise<Decided<Refusal | 'changed'>> {
  const results = await inEachConversation(
    db,
    [...read.keys()],
    async (conversation): Promise<DecidedHere<Refusal | 'changed'>> => {
      const unread = await listUnread(conversation, read)
      const ids = conversation.ids.filter((id) => !unread.includes(id))
      const here = await decideHere({ ...conversation, ids }, verb)
      return { ...here, refused: [...here.refused, ...unread.map((id) => ({ id, why: 'changed' as const }))] }
    },
  )
  return summarise(results)
}

/** Whose text is another than the one that was read, and not by the author's own hand; locked, as all that are looked at. */
async function listUnread({ queries, ids }: OpenConversation, read: ReadTexts): Promise<string[]> {
  const edited = (await lockStates(queries, ids)).flatMap(({ id, before: { status, editedAt } }) =>
    status !== 'published' && editedAt !== (read.get(id) ?? null) ? [id] : [],
  )
  if (edited.length === 0) return []
  const rows = await queries
    .select({ id: comments.id })
    .from(comments)
    .where(and(inArray(comments.id, edited), not(isEditedByAuthor)))
  return rows.map(({ id }) => id)
}

/** The same in one conversation, within its transaction. */
export async function decideHere(conversation: OpenConversation, verb: StatusVerb): Promise<DecidedHere> {
  const { queries, postId, begunAt, ids } = conversation
  const states = await lockStates(queries, ids)
  const refused = listRefused(ids, states, verb)
  const settled = await listSettled(queries, states)
  const asked = states.filter(
    (state) => whyNot(state, verb) === null && !isAsAsked(state, verb, !settled.includes(state.id)),
  )
  if (asked.length === 0) return { decisions: [], changed: [], refused, post: null }
  if (verb === 'publish') await publish(conversation, asked)
  else await putAway(queries, asked, verb)
  // What has a number has a place on the page, which says whether it waits or was removed.
  const isSeen = verb === 'publish' || asked.some(({ number }) => number !== null)
  if (isSeen) await noteChange(queries, postId)
  const decisions = await insertDecisions(queries, verb, asked, begunAt)
  const changed = asked.map(({ id }) => id)
  if (verb === 'publish') {
    await askWriters(queries, changed)
    await tellGuests(queries, changed, timeToUndo)
  }
  return {
    decisions,
    changed,
    refused,
    post: isSeen ? postId : null,
  }
}

function listRefused(ids: string[], states: State[], verb: StatusVerb): Refused[] {
  const byId = new Map(states.map((state) => [state.id, state]))
  return ids.flatMap((id): Refused[] => {
    const state = byId.get(id)
    const why = state ? whyNot(state, verb) : 'gone'
    return why === null ? [] : [{ id, why }]
  })
}

function whyNot({ forAuthor }: State, verb: StatusVerb): Exclude<Refusal, 'gone'> | null {
  if (verb === 'publish' && forAuthor) return 'for-author'
  return verb === 'read' && !forAuthor ? 'for-readers' : null
}

/** What is held waits, unless it was answered or read. */
function isAsAsked({ before: { status } }: State, verb: StatusVerb, waits: boolean): boolean {
  return status === statusAfter[verb] && (status !== 'held' || waits === (verb === 'hold'))
}

async function listSettled(queries: Queries, states: State[]): Promise<string[]> {
  const ids = states.flatMap(({ id, forAuthor }) => (forAuthor ? [id] : []))
  if (ids.length === 0) return []
  const rows = await queries
    .select({ id: comments.id })
    .from(comments)
    .where(and(inArray(comments.id, ids), isSettled))
  return rows.map(({ id }) => id)
}

/** Gives comments their numbers, and shows them to everybody: within a transaction that notes who decided so. */
export async function publish(
  { queries, postId, nextNumber }: OpenConversation,
  states: State[],
): Promise<void> {
  const ids = states.map(({ id }) => id)
  // Those with a number are counted apart, and keep it.
  const ranks = queries
    .select({
      id: comments.id,
      rank: sql<number>`row_number() over (partition by ${comments.number} is null order by ${comments.createdAt}, ${comments.id})`.as(
        'rank',
      ),
    })
    .from(comments)
    .where(inArray(comments.id, ids))
    .as('ranks')
  await queries
    .update(comments)
    .set({
      status: 'published',
      reasons: [],
      removedAt: null,
      number: sql`coalesce(${comments.number}, ${nextNumber - 1} + ${ranks.rank})`,
      publishedAt: sql`coalesce(${comments.publishedAt}, statement_timestamp())`,
    })
    .from(ranks)
    .where(eq(comments.id, ranks.id))
  const given = states.filter(({ number }) => number === null).length
  if (given > 0) {
    await queries
      .update(conversations)
      .set({ nextNumber: nextNumber + given })
      .where(eq(conversations.postId, postId))
  }
}

async function putAway(queries: Queries, states: State[], verb: Exclude<StatusVerb, 'publish'>) {
  await queries
    .update(comments)
    .set({
      status: statusAfter[verb],
      removedAt: verb === 'remove' ? sql`statement_timestamp()` : null,
    })
    .where(
      inArray(
        comments.id,
        states.map(({ id }) => id),
      ),
    )
}

/** Pages of this post that are older than this moment show something that is not so any more. */
export async function noteChange(queries: Queries, postId: string): Promise<void> {
  await queries
    .update(conversations)
    .set({ changedAt: sql`statement_timestamp()` })
    .where(eq(conversations.postId, postId))
}

/** What came of it in all conversations. */
export function summarise<Why>({
  asked,
  done,
  gone,
  unavailable,
}: EachResult<DecidedHere<Why>>): Decided<Why | 'gone'> {
  const refused = [
    ...done.flatMap(({ refused }) => refused),
    ...gone.map((id) => ({ id, why: 'gone' as const })),
    ...unavailable.map((each) => ({ ...each, why: 'unavailable' as const })),
  ]
  // They are told by name, and a database gives rows in no order.
  const places = new Map(asked.map((id, place) => [id, place]))
  const placeOf = ({ id }: { id: string }) => places.get(id) ?? asked.length
  return {
    decisions: done.flatMap(({ decisions }) => decisions),
    changed: done.flatMap(({ changed }) => changed),
    posts: done.flatMap(({ post }) => post ?? []),
    refused: refused.toSorted((one, other) => placeOf(one) - placeOf(other)),
  }
}
