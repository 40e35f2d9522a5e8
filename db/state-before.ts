import { and, asc, inArray, ne, not, sql } from 'drizzle-orm'
import type { DecisionMaker, DecisionVerb, StateBefore } from '../lib/comments/decision'
import type { Queries } from './client'
import { comments, decisions } from './schema'

type Row = Pick<
  typeof comments.$inferSelect,
  'status' | 'reasons' | 'body' | 'publishedAt' | 'editedAt' | 'removedAt'
>

/** A comment as it stands, locked until the transaction ends. */
export type State = {
  id: string
  number: number | null
  forAuthor: boolean
  /** What is kept so that the next decision can be undone. */
  before: StateBefore
}

/** What of a row a decision can change, as it is kept for undoing it. */
export function toStateBefore(row: Row): StateBefore {
  const { status, reasons, body } = row
  const iso = (date: Date | null) => date?.toISOString() ?? null
  return {
    status,
    reasons,
    body,
    publishedAt: iso(row.publishedAt),
    editedAt: iso(row.editedAt),
    removedAt: iso(row.removedAt),
  }
}

/** Deleted by its writer: they were told that it cannot be brought back. */
export const isTakenBack = sql`(${comments.status} = 'removed' and exists (
  select from ${decisions} where ${decisions.commentId} = ${comments.id}
  and ${decisions.verb} = 'remove' and ${decisions.by} = 'writer' and ${decisions.undoneAt} is null))`

/**
 * Written for the author alone, and answered by letter or marked as read, as it stands: what its writer changed since, or the
 * author put back, waits again. For queries that join tables, or in a condition: alone in a list of columns Drizzle names
 * none of their tables.
 */
export const isSettled = sql<boolean>`(${comments.forAuthor} and exists (
  select from ${decisions} where ${decisions.commentId} = ${comments.id} and ${decisions.verb} in ('answer', 'read')
  and ${decisions.undoneAt} is null and ${decisions.at} >= coalesce(${comments.editedAt}, ${comments.createdAt})
  and not exists (select from ${decisions} as later where later.comment_id = ${comments.id} and later.id > ${decisions.id}
    and later.verb = 'hold' and later.undone_at is null)))`

/**
 * The comments of these ids that can still be decided about, locked, in the order they were written: left out are
 * those whose text was emptied for good, and those their writer deleted.
 */
export async function lockStates(queries: Queries, ids: string[]): Promise<State[]> {
  const rows = await queries
    .select({
      id: comments.id,
      number: comments.number,
      forAuthor: comments.forAuthor,
      status: comments.status,
      reasons: comments.reasons,
      body: comments.body,
      publishedAt: comments.publishedAt,
      editedAt: comments.editedAt,
      removedAt: comments.removedAt,
    })
    .from(comments)
    .where(and(inArray(comments.id, ids), ne(comments.body, ''), not(isTakenBack)))
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .for('update')
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    forAuthor: row.forAuthor,
    before: toStateBefore(row),
  }))
}

/**
 * Notes what was just done to comments, by the author where nobody else is named, and gives the numbers of the notes,
 * in the order of `states`. What is decided in one go, be it about several posts, has the same `at`: by it the terminal
 * finds all of it again.
 */
export async function insertDecisions(
  queries: Queries,
  verb: DecisionVerb,
  states: State[],
  at: Date,
  by: DecisionMaker = 'author',
): Promise<number[]> {
  const rows = await queries
    .insert(decisions)
    .values(states.map(({ id, before }) => ({ commentId: id, verb, by, before, at })))
    .returning({ id: decisions.id })
  return rows.map(({ id }) => id)
}
