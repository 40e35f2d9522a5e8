import { and, asc, eq, inArray, ne, notExists, or, sql } from 'drizzle-orm'
import { binDays } from '../lib/comments/comment'
import { forgetOldBlogReads } from './blog-reads'
import { type Db, getDb } from './client'
import { noteChange } from './decide-comments'
import { inEachConversation } from './each-conversation'
import { emptyComments } from './empty-comments'
import { forgetUnconfirmed } from './guests'
import { forgetOldLetterKeys } from './letter-keys'
import { answers, commentContacts, comments, decisions, outbox } from './schema'
import { forgetOldAddressKeys } from './secrets'

/** So many at once: a query takes no endless list of ids, and nobody who posts waits long for the lock. */
const most = 1000

const inDays = { bin: binDays, held: 30, spam: 14, done: 30 }

function daysAgo(days: number) {
  return sql`now() - make_interval(days => ${days})`
}

/** Nobody decided anything about it for so long: one that was published for years and is held today starts anew. */
function isLeftFor(days: number) {
  const lately = sql`(select 1 from ${decisions} where ${decisions.commentId} = ${comments.id}
    and greatest(${decisions.at}, ${decisions.undoneAt}) > ${daysAgo(days)})`
  return and(sql`${comments.createdAt} < ${daysAgo(days)}`, notExists(lately))
}

/** What was written for the author alone is a letter: read or not, it is kept until they put it away. */
const isOld = and(
  ne(comments.body, ''),
  or(
    and(eq(comments.status, 'removed'), sql`${comments.removedAt} < ${daysAgo(inDays.bin)}`),
    and(eq(comments.status, 'held'), eq(comments.forAuthor, false), isLeftFor(inDays.held)),
    and(eq(comments.status, 'spam'), isLeftFor(inDays.spam)),
  ),
)

/**
 * Deletes for good what the page about privacy says is not kept: comments that lay in the bin or waited for 30 days,
 * or were spam for 14, the keys for addresses and those in letters, what was read of blogs, guests who never said
 * that an address is theirs, and what was answered to people who are forgotten; and with them the work that was done
 * 30 days ago. Gives how many comments that were. Readers see hardly a difference: one that was never published leaves
 * nothing behind, another its place, which says within a minute that it does not wait any more. Throws when the database
 * does not answer at all; what it misses, the next call finds.
 */
export async function purgeOld(db = getDb()): Promise<number> {
  await forgetOldAddressKeys(db)
  await forgetOldBlogReads(db)
  await forgetOldLetterKeys(db)
  await forgetUnconfirmed(db)
  await forgetAnswersToNobody(db)
  await db.delete(outbox).where(sql`${outbox.doneAt} < ${daysAgo(inDays.done)}`)
  let purged = 0
  let last: number
  do {
    last = await purgeSome(db)
    purged += last
  } while (last === most)
  return purged
}

/**
 * `forgetWriters` takes answers along, but a build from before there were any does not know of them, and may run beside
 * this one for as long as a deploy takes.
 */
async function forgetAnswersToNobody(db: Db): Promise<void> {
  const reader = db
    .select({ id: decisions.id })
    .from(decisions)
    .innerJoin(commentContacts, eq(commentContacts.commentId, decisions.commentId))
    .where(eq(decisions.id, answers.decisionId))
  await db.delete(answers).where(notExists(reader))
}

async function purgeSome(db: Db): Promise<number> {
  const old = await db
    .select({ id: comments.id })
    .from(comments)
    .where(isOld)
    .orderBy(asc(comments.postId))
    .limit(most)
  const { done } = await inEachConversation(
    db,
    old.map(({ id }) => id),
    async ({ queries, postId, ids }) => {
      // Some may have been taken out, or decided about, meanwhile.
      const left = await queries
        .select({ id: comments.id, number: comments.number, status: comments.status })
        .from(comments)
        .where(and(inArray(comments.id, ids), isOld))
        .for('update')
      await emptyComments(
        queries,
        left.map(({ id }) => id),
      )
      if (left.some(({ number, status }) => number !== null && status === 'held'))
        await noteChange(queries, postId)
      return left.length
    },
  )
  return done.reduce((sum, count) => sum + count, 0)
}
