import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { letterKind } from '../add-letter'
import type { Db } from '../client'
import { comments, letterKeys, outbox, storedNow } from '../schema'

/** As if nobody had ever been written to. */
export async function forgetLetters(db: Db): Promise<void> {
  await db.delete(outbox)
  await db.delete(letterKeys)
}

/** As if so many minutes had gone by for all letters, and for whoever is at them. */
export async function letMinutesPass(db: Db, minutes: number): Promise<void> {
  const ago = sql`make_interval(mins => ${minutes})`
  await db.update(outbox).set({
    createdAt: sql`${outbox.createdAt} - ${ago}`,
    dueAt: sql`${outbox.dueAt} - ${ago}`,
    doneAt: sql`${outbox.doneAt} - ${ago}`,
  })
}

/** What is noted of letters, oldest first; `minutes` until it is tried, from now. */
export async function listLetters(db: Db) {
  return db
    .select({
      id: outbox.id,
      work: outbox.payload,
      attempts: outbox.attempts,
      minutes: sql<number>`round(extract(epoch from ${outbox.dueAt} - now()) / 60)::int`,
      isDone: sql<boolean>`${outbox.doneAt} is not null`,
    })
    .from(outbox)
    .where(eq(outbox.kind, letterKind))
    .orderBy(asc(outbox.id))
}

/** As if whoever sent this letter had been killed before they could note so. */
export async function openAgain(db: Db, id: number): Promise<void> {
  await db.update(outbox).set({ doneAt: null, dueAt: storedNow }).where(eq(outbox.id, id))
}

/** How many letters are neither sent nor given up. */
export async function countOpenLetters(db: Db): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(outbox)
    .where(and(eq(outbox.kind, letterKind), isNull(outbox.doneAt)))
  return row?.count ?? 0
}

/** Of the comments that say this, how many were stored in one transaction with the letter to the author, which nobody has tried to send yet. */
export async function countStoredWithLetter(db: Db, bodies: string[]): Promise<number> {
  const isTogether = sql`${outbox.payload} -> 'comments' ? ${comments.id}::text and ${outbox}.xmin = ${comments}.xmin`
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(comments)
    .innerJoin(outbox, isTogether)
    .where(inArray(comments.body, bodies))
  return row?.count ?? 0
}
