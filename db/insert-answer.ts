import { and, eq, isNull, sql } from 'drizzle-orm'
import { addLetter } from './add-letter'
import { answerKey, answerKeyOf } from './answers'
import { getDb, type Queries } from './client'
import { type Decided, type DecidedHere, type Refusal, summarise } from './decide-comments'
import { inEachConversation, type OpenConversation } from './each-conversation'
import { askToConfirm, insertGuest, type NewGuest } from './guests'
import { answers, commentContacts, comments, decisions, outbox } from './schema'
import { lockStates } from './state-before'
import { timeToUndo } from './tell-guests'

/**
 * `unreachable`: it is not for the author alone, it is spam, or no letter may go to its writer. `changed`: it says something
 * else than what was answered.
 */
export type AnswerRefusal = Refusal | 'unreachable' | 'changed'

/**
 * Answers, by a letter to its writer, what was written for the author alone; the comment stays where it is. `body` must be as
 * `checkBody` gives it. The letter goes when the writer has said that the address is theirs, for which they are asked now,
 * and then not before the author may not take it back any more. The same words again do nothing while their letter waits
 * or has gone, else they send it once more. `read` is when the text that is answered was last changed, as ISO 8601, null
 * for never. `id` is a UUID. Never throws: what could not be done is `refused`.
 */
export async function insertAnswer(
  id: string,
  body: string,
  read: string | null,
  db = getDb(),
): Promise<Decided<AnswerRefusal>> {
  return summarise(await inEachConversation(db, [id], (conversation) => answerHere(conversation, body, read)))
}

async function answerHere(
  { queries, begunAt, ids }: OpenConversation,
  body: string,
  read: string | null,
): Promise<DecidedHere<AnswerRefusal>> {
  const nothing = { decisions: [], changed: [], refused: [], post: null }
  const [state] = await lockStates(queries, ids)
  if (!state) return { ...nothing, refused: ids.map((id) => ({ id, why: 'gone' })) }
  const said = await findSaid(queries, state.id, body)
  if (!said?.isSent && state.before.editedAt !== read) {
    return { ...nothing, refused: [{ id: state.id, why: 'changed' }] }
  }
  const guest = await findReader(queries, state.id)
  const isPrivate = state.forAuthor && state.before.status !== 'spam'
  const known = isPrivate && guest ? await insertGuest(queries, guest) : null
  if (!guest || !known || known.stoppedAt !== null) {
    return { ...nothing, refused: [{ id: state.id, why: 'unreachable' }] }
  }
  if (said?.isSent) return nothing
  const id = said?.id ?? (await store(queries, state.id, body, begunAt))
  if (known.confirmedAt === null) {
    await askToConfirm(queries, guest.key, 'author')
  } else {
    const key = answerKey(id)
    // One that was given up.
    await queries.delete(outbox).where(eq(outbox.key, key))
    const work = { letter: 'answer' as const, answer: id, guest: guest.key }
    await addLetter(queries, work, { key, delay: timeToUndo })
  }
  // Asked once more is nothing that could be undone.
  if (said && known.confirmedAt === null) return nothing
  return { ...nothing, decisions: [id], changed: [state.id] }
}

/** Whom an answer goes to; null for whoever left no address, and for the author. */
async function findReader(queries: Queries, commentId: string): Promise<NewGuest | null> {
  const [row] = await queries
    .select({ key: commentContacts.emailHash, email: commentContacts.email })
    .from(commentContacts)
    .innerJoin(comments, eq(comments.id, commentContacts.commentId))
    .where(and(eq(comments.id, commentId), eq(comments.byAuthor, false)))
  return row && row.key !== null && row.email !== null ? { key: row.key, email: row.email } : null
}

/** Gives the number of its decision. */
async function store(queries: Queries, commentId: string, body: string, at: Date): Promise<number> {
  // Of the comment nothing is changed, so there is nothing it was before.
  const [decision] = await queries
    .insert(decisions)
    .values({ commentId, verb: 'answer', by: 'author', before: null, at })
    .returning({ id: decisions.id })
  if (!decision) throw new Error('The answer was not noted.')
  await queries.insert(answers).values({ decisionId: decision.id, body })
  return decision.id
}

/** The same words, said before: `isSent` when their letter has gone or is on its way. */
async function findSaid(
  queries: Queries,
  commentId: string,
  body: string,
): Promise<{ id: number; isSent: boolean } | null> {
  const [row] = await queries
    .select({
      id: answers.decisionId,
      isSent: sql<boolean>`${answers.sentAt} is not null or (${outbox.id} is not null and ${outbox.doneAt} is null)`,
    })
    .from(answers)
    .innerJoin(decisions, eq(decisions.id, answers.decisionId))
    .leftJoin(outbox, eq(outbox.key, answerKeyOf(answers.decisionId)))
    .where(
      and(
        eq(decisions.commentId, commentId),
        eq(answers.body, body),
        isNull(decisions.undoneAt),
        // What was put back to waiting since is answered anew.
        sql`not exists (select from ${decisions} as later where later.comment_id = ${decisions.commentId}
          and later.id > ${decisions.id} and later.verb = 'hold' and later.undone_at is null)`,
      ),
    )
    .limit(1)
  return row ?? null
}
