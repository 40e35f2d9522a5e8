import { eq, sql } from 'drizzle-orm'
import type { Db } from '../client'
import { comments, conversations, decisions, outbox } from '../schema'

/** Takes every comment away, and all that was planned and decided about it. */
export async function removeAll(db: Db): Promise<void> {
  for (const table of [outbox, decisions, comments, conversations]) await db.delete(table)
}

/** What is still to be asked: how often it was, and in how many minutes it is again. */
export async function listPlanned(db: Db): Promise<{ attempts: number; minutes: number }[]> {
  return db
    .select({
      attempts: outbox.attempts,
      minutes: sql<number>`round(extract(epoch from ${outbox.dueAt} - now()) / 60)::int`,
    })
    .from(outbox)
}

/** As if so many minutes had gone by for all that is planned. */
export async function elapse(db: Db, minutes: number): Promise<void> {
  await db.update(outbox).set({ dueAt: sql`${outbox.dueAt} - make_interval(mins => ${minutes})` })
}

/** A comment as it stands; undefined when there is none. */
export async function findRow(db: Db, id: string) {
  const [row] = await db.select().from(comments).where(eq(comments.id, id))
  return row
}

/** What was done to a comment, and by whom, in that order. */
export async function listDone(db: Db, id: string) {
  return db
    .select({ verb: decisions.verb, by: decisions.by })
    .from(decisions)
    .where(eq(decisions.commentId, id))
    .orderBy(decisions.id)
}
