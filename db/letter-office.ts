import { sql } from 'drizzle-orm'
import { getDb } from './client'
import { outbox, storedNow } from './schema'

const kind = 'letter-office'
/** Longer than any letter takes: who has not come back by then is gone. */
const lease = sql`interval '1 minute'`
/** While the mail server takes nothing, one letter is tried after so long each time. */
const pauses = sql`(array['1 minute', '5 minutes', '15 minutes', '30 minutes']::interval[])`
const holderOf = sql`${outbox.payload} ->> 'holder'`

/**
 * Lets one worker over all processes at the letters: true for the one that may begin, or go on, for a minute from now.
 * `holder` is a name nobody else has. False while another is at it, or while the mail server is left alone. A row and
 * not a lock, as nothing may be locked while a mail server takes its time. Throws when the database does not answer.
 */
export async function enterOffice(holder: string, db = getDb()): Promise<boolean> {
  const dueAt = sql`now() + ${lease}`
  const entered = await db
    .insert(outbox)
    .values({ kind, key: kind, payload: { holder }, dueAt })
    .onConflictDoUpdate({
      target: outbox.key,
      set: { payload: { holder }, dueAt },
      setWhere: sql`${outbox.dueAt} <= now() or ${holderOf} = ${holder}`,
    })
    .returning({ id: outbox.id })
  return entered.length > 0
}

/**
 * Lets the next one in: at once, or after a pause that grows when the mail server took nothing (`isClosed`). Does
 * nothing for one who is not in any more. Throws when the database does not answer.
 */
export async function leaveOffice(holder: string, isClosed: boolean, db = getDb()): Promise<void> {
  const pause = sql`${pauses}[least(${outbox.attempts} + 1, 4)]`
  await db
    .update(outbox)
    .set(
      isClosed
        ? { payload: {}, attempts: sql`${outbox.attempts} + 1`, dueAt: sql`now() + ${pause}` }
        : { payload: {}, attempts: 0, dueAt: storedNow },
    )
    .where(sql`${outbox.key} = ${kind} and ${holderOf} = ${holder}`)
}
