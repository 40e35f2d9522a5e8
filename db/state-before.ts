import { asc, inArray } from 'drizzle-orm'
import type { DecisionVerb, StateBefore } from '../lib/comments/decision'
import type { Queries } from './client'
import { comments, decisions } from './schema'

/** A comment as it stands, locked until the transaction ends. */
export type State = {
  id: string
  number: number | null
  forAuthor: boolean
  /** What is kept so that the next decision can be undone. */
  before: StateBefore
}

/** The comments of these ids, locked, in the order they were written. One whose text was emptied for good is left out. */
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
    .where(inArray(comments.id, ids))
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .for('update')
  return rows
    .filter(({ body }) => body !== '')
    .map(({ id, number, forAuthor, publishedAt, editedAt, removedAt, ...rest }) => ({
      id,
      number,
      forAuthor,
      before: {
        ...rest,
        publishedAt: publishedAt?.toISOString() ?? null,
        editedAt: editedAt?.toISOString() ?? null,
        removedAt: removedAt?.toISOString() ?? null,
      },
    }))
}

/** Notes what the author has just done to comments, and gives the numbers of the notes, in the order of `states`. */
export async function insertDecisions(
  queries: Queries,
  verb: DecisionVerb,
  states: State[],
): Promise<number[]> {
  const rows = await queries
    .insert(decisions)
    .values(states.map(({ id, before }) => ({ commentId: id, verb, by: 'author' as const, before })))
    .returning({ id: decisions.id })
  return rows.map(({ id }) => id)
}
