import { getDb } from './client'
import { describeError, isMissingTable } from './describe-error'
import { comments } from './schema'

export type Health = { ok: true } | { ok: false; reason: string }

/** Whether the database answers and has its tables. The reason is fit to be shown: it holds no address and no name. */
export async function checkDatabase(db = getDb()): Promise<Health> {
  try {
    await db.select({ id: comments.id }).from(comments).limit(1)
    return { ok: true }
  } catch (error) {
    if (isMissingTable(error)) return { ok: false, reason: 'the tables are missing' }
    console.error(`The database does not answer: ${describeError(error)}`)
    return { ok: false, reason: 'the database does not answer' }
  }
}
