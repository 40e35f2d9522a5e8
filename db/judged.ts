import { and, desc, eq, lte, not, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Written } from '../lib/comments/learn-order'
import { type Db, getDb } from './client'
import { comments, decisions } from './schema'

/** What the author's decisions say of comments; none that came after `until`. */
export type Judged = { until: Date; published: Written[]; spam: Written[] }

/** So many of each are read. */
const most = 500
/** Among so many in Spam those are looked for about which the author decided. */
const lookedThrough = 3000
/** A longer text is known by its beginning. */
const excerptLength = 1000

/** What an order goes by: of a text its first thousand letters. */
export const writtenColumns = {
  name: comments.name,
  website: comments.website,
  body: sql<string>`left(${comments.body}, ${excerptLength})`.as('body'),
}

/**
 * What there is to learn an order from: the newest 500 comments that are published and not the author's own, and the
 * newest 500 in Spam about which the author had the last word: what the rules alone call spam teaches nothing. Of those
 * in Spam the newest 3,000 are looked through. What was first published, or put into Spam, after `until` does not count;
 * what has left either since, or says something else now, is as it stands. Null is now, by the clock of the database. Throws when the
 * database does not answer.
 */
export async function listJudged(until: Date | null, db = getDb()): Promise<Judged> {
  const at = until ?? (await readClock(db))
  const [published, spam] = await Promise.all(selectJudged(db, most, at))
  return { until: at, published, spam }
}

/** How many `listJudged` would find now, `enough` of each at most. Throws when the database does not answer. */
export async function countJudged(
  enough: number,
  db = getDb(),
): Promise<{ published: number; spam: number }> {
  const [published, spam] = await Promise.all(selectJudged(db, enough, null))
  return { published: published.length, spam: spam.length }
}

function selectJudged(db: Db, limit: number, at: Date | null) {
  const byThen = (column: AnyPgColumn) => (at === null ? undefined : lte(column, at))
  const looked = db
    .select({ id: comments.id, createdAt: comments.createdAt, ...writtenColumns })
    .from(comments)
    .where(and(eq(comments.status, 'spam'), byThen(comments.createdAt)))
    .orderBy(desc(comments.createdAt))
    .limit(lookedThrough)
    .as('looked')
  return [
    db
      .select(writtenColumns)
      .from(comments)
      .where(and(eq(comments.status, 'published'), not(comments.byAuthor), byThen(comments.publishedAt)))
      .orderBy(desc(comments.publishedAt))
      .limit(limit),
    db
      .select({ name: looked.name, website: looked.website, body: looked.body })
      .from(looked)
      .where(isAuthorsWord(looked.id, at))
      .orderBy(desc(looked.createdAt))
      .limit(limit),
  ] as const
}

/** The last that was decided about a comment, of what stands, was that the author put it into Spam. */
function isAuthorsWord(id: AnyPgColumn, at: Date | null): SQL {
  const until = at === null ? sql`` : sql`and ${decisions.at} <= ${at.toISOString()}::timestamptz`
  return sql`(select ${decisions.verb} = 'spam' and ${decisions.by} = 'author' from ${decisions}
    where ${decisions.commentId} = ${id} and ${decisions.verb} in ('publish', 'hold', 'spam', 'remove')
    and ${decisions.undoneAt} is null ${until} order by ${decisions.id} desc limit 1)`
}

async function readClock(db: Db): Promise<Date> {
  const now = sql<Date>`statement_timestamp()`.mapWith(comments.createdAt)
  const [clock] = await db.select({ now }).from(sql`(select) as clock`)
  if (!clock) throw new Error('The database gave no time.')
  return clock.now
}
