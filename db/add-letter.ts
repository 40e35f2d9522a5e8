import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { LetterWork } from '../lib/mail/letter-work'
import type { Queries } from './client'
import { outbox, storedNow } from './schema'

export const letterKind = 'letter'

type Options = {
  /** The same letter is stored once under one key; null where it may be asked for again. */
  key: string | null
  /** Seconds until it is sent, in which what it is about may be taken back. */
  delay?: number
}

/** Notes, in the transaction that stores its reason, that a letter is to be written. Throws when the database does not answer. */
export async function addLetter(
  queries: Queries,
  work: LetterWork,
  { key, delay = 0 }: Options,
): Promise<void> {
  await queries
    .insert(outbox)
    .values({
      kind: letterKind,
      payload: work,
      key,
      dueAt: sql`${storedNow} + make_interval(secs => ${delay})`,
    })
    .onConflictDoNothing()
}

const waitingForAuthor = and(
  eq(outbox.kind, letterKind),
  sql`${outbox.payload} ->> 'letter' = 'author'`,
  isNull(outbox.key),
  isNull(outbox.doneAt),
  eq(outbox.attempts, 0),
  gt(outbox.dueAt, sql`now()`),
)

/**
 * When a letter to the author goes: together with others that wait to be gathered into one (`takeLetter`), else at once.
 * What waits needs nobody to look after it with every comment of a flood; and of a flood's letters only the first is read, in
 * the order of their index.
 */
export const whenAuthorHears: SQL = sql`coalesce((
  select ${outbox.dueAt} from ${outbox} where ${waitingForAuthor} order by ${outbox.doneAt}, ${outbox.dueAt} limit 1
), ${storedNow})`

/** The row of a letter to the author about a comment. */
export function authorLetter(commentId: string) {
  const work: LetterWork = { letter: 'author', comments: [commentId] }
  return { kind: letterKind, payload: work, dueAt: whenAuthorHears }
}
