import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { LetterKind } from '../lib/mail/letter-work'
import { letterKind } from './add-letter'
import { type Db, getDb, type Queries } from './client'
import { outbox } from './schema'
import { transaction } from './transaction'

/** Tried at once, after these, and then every six hours: so many times in all are three days. */
const mostTries = 16
const nextTry = sql`(array['1 minute', '5 minutes', '30 minutes', '2 hours', '6 hours']::interval[])[least(${outbox.attempts} + 1, 5)]`

/** So many letters to the author go one by one within `together`; what comes then is gathered into one. */
const mostAlone = 5
const together = sql`interval '15 minutes'`
/** Of a flood: an outbox row is to stay one that can be read. */
const mostGathered = 1000

export type LetterJob = {
  id: number
  /** As it was stored: to be parsed by `letterWorkSchema`. */
  work: unknown
  /** No other try follows this one. */
  isLast: boolean
}

function isDue(kinds: LetterKind[]) {
  return and(
    eq(outbox.kind, letterKind),
    isNull(outbox.doneAt),
    lte(outbox.dueAt, sql`now()`),
    inArray(sql`${outbox.payload} ->> 'letter'`, kinds),
  )
}

/**
 * Takes the next letter of these kinds that is due; null when none is. It counts as tried from then on: one who is killed
 * meanwhile has failed, and it is due again. Throws when the database does not answer.
 */
export async function takeLetter(kinds: LetterKind[], db = getDb()): Promise<LetterJob | null> {
  if (kinds.includes('author')) await gatherAuthorLetters(db)
  const due = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(isDue(kinds))
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(1)
    .for('update', { skipLocked: true })
  const [job] = await db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, dueAt: sql`now() + ${nextTry}` })
    .where(inArray(outbox.id, due))
    .returning({ id: outbox.id, work: outbox.payload, attempts: outbox.attempts })
  return job ? { id: job.id, work: job.work, isLast: job.attempts >= mostTries } : null
}

/** Whether a letter of these kinds is due. Throws when the database does not answer. */
export async function hasDueLetter(kinds: LetterKind[], db = getDb()): Promise<boolean> {
  const found = await db.select({ id: outbox.id }).from(outbox).where(isDue(kinds)).limit(1)
  return found.length > 0
}

/** This letter is not tried again: it was sent, or given up. Throws when the database does not answer. */
export async function endLetter(id: number, db = getDb()): Promise<void> {
  await db.update(outbox).set({ doneAt: sql`now()` }).where(eq(outbox.id, id))
}

/** There was nothing to say: as if it had never been noted, so that it can be once more. Throws when the database does not answer. */
export async function dropLetter(id: number, db = getDb()): Promise<void> {
  await db.delete(outbox).where(eq(outbox.id, id))
}

/**
 * Makes one letter of those to the author that are due, when more than five would have gone within a quarter of an hour;
 * the next such is made a quarter of an hour later. One that was tried already stays as it is: it may have arrived, and
 * would then come twice under two names.
 */
async function gatherAuthorLetters(db: Db): Promise<void> {
  await transaction(db, async (queries) => {
    const waiting = await queries
      .select({ id: outbox.id, comments: sql<string[]>`${outbox.payload} -> 'comments'` })
      .from(outbox)
      .where(and(isDue(['author']), eq(outbox.attempts, 0), isNull(outbox.key)))
      .orderBy(asc(outbox.id))
      .limit(mostGathered)
      .for('update', { skipLocked: true })
    if (waiting.length === 0) return
    const { sent, gathered } = await countLately(queries)
    if (sent + waiting.length <= mostAlone) return
    const ids = waiting.map(({ id }) => id)
    if (gathered) {
      await queries
        .update(outbox)
        .set({ dueAt: sql`${gathered}::timestamptz + ${together}` })
        .where(inArray(outbox.id, ids))
      return
    }
    await queries.delete(outbox).where(inArray(outbox.id, ids))
    await queries.insert(outbox).values({
      kind: letterKind,
      payload: { letter: 'author', comments: waiting.flatMap(({ comments }) => comments) },
      // What tells it from a letter about one comment, and from others of its kind.
      key: `author letters since ${ids[0]}`,
    })
  })
}

/** How many letters went to the author lately, and when the last was gathered, if that was lately. */
async function countLately(queries: Queries): Promise<{ sent: number; gathered: string | null }> {
  const lately = sql`now() - ${together}`
  const [row] = await queries
    .select({
      sent: sql<number>`count(*) filter (where ${outbox.doneAt} > ${lately})::int`,
      gathered: sql<
        string | null
      >`max(${outbox.createdAt}) filter (where ${outbox.key} is not null and ${outbox.createdAt} > ${lately})::text`,
    })
    .from(outbox)
    .where(and(eq(outbox.kind, letterKind), sql`${outbox.payload} ->> 'letter' = 'author'`))
  return row ?? { sent: 0, gathered: null }
}
