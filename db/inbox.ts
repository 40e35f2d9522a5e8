import { and, desc, eq, ilike, inArray, lte, ne, not, or, type SQL, sql } from 'drizzle-orm'
import type { Cursor } from '../lib/comments/cursor'
import { forAuthorAlone } from '../lib/comments/decision'
import type { Written } from '../lib/comments/learn-order'
import type { InboxPlace } from '../lib/studio/inbox-query'
import { type Case, selectCases, toCases } from './case-columns'
import { type Db, getDb } from './client'
import { writtenColumns } from './judged'
import { comments } from './schema'
import { isSettled } from './state-before'

export type CasePage = {
  /** Newest first. */
  cases: Case[]
  /** Where the next page begins; null after the last. */
  next: Cursor | null
}

export type InboxQuery = {
  status: InboxPlace
  /** Only those that this rule held: the name of a rule, without what it found; or `forAuthorAlone`. */
  reason?: string
  /** Only those with these letters, in either case, in their name or text. */
  search?: string
  after?: Cursor | null
  limit?: number
}

const usual = 50
/** No one remembers more of a comment than this, and a longer text would only be slow to look for. */
const longestSearch = 200
/** How many comments one page of a search looks through: their texts are read one by one, 10 to 15 ms for a thousand of six hundred letters. */
const lookedThrough = 3000

/**
 * Comments of one place, newest first. What was emptied for good is in no list. A page of a search holds what is found
 * among the next `lookedThrough` comments: it may be short, even empty, and have a `next`. Throws when the database
 * does not answer.
 */
export async function listInbox(
  { status, reason, search = '', after, limit = usual }: InboxQuery,
  db = getDb(),
): Promise<CasePage> {
  const asked = and(isHeldBy(status, reason), isAfter(after))
  const words = toWords(search)
  if (words !== '') return searchInbox(db, asked, words, limit)
  const rows = await selectCases(db)
    .where(asked)
    .orderBy(...newestFirst)
    .limit(limit + 1)
  return toPage(await toCases(db, rows), limit)
}

/** So many are read to be put in another order than by time. */
export const mostOrdered = 1000

/**
 * What waits and came until then, for an order that goes by what was written: the newest 1,000 that `reason` holds and
 * that have these letters, as `listInbox` finds them. `isAll` is false when there may be older ones. Throws when the
 * database does not answer.
 */
export async function listToOrder(
  { reason, search = '', until }: Pick<InboxQuery, 'reason' | 'search'> & { until: Date },
  db = getDb(),
): Promise<{ waiting: (Written & { id: string })[]; isAll: boolean }> {
  const asked = and(isHeldBy('held', reason), lte(comments.createdAt, until))
  const words = toWords(search)
  const found = words === '' ? undefined : await findWords(db, asked, words, mostOrdered + 1)
  const rows = await db
    .select({ id: comments.id, ...writtenColumns })
    .from(comments)
    .where(found ? inArray(comments.id, found) : asked)
    .orderBy(...newestFirst)
    .limit(mostOrdered + 1)
  const isAll = rows.length <= mostOrdered && (!found || (await findEnd(db, asked)) === null)
  return { waiting: rows.slice(0, mostOrdered), isAll }
}

async function searchInbox(db: Db, asked: SQL | undefined, words: string, limit: number): Promise<CasePage> {
  const rows = await selectCases(db)
    .where(inArray(comments.id, await findWords(db, asked, words, limit + 1)))
    .orderBy(...newestFirst)
  const page = toPage(await toCases(db, rows), limit)
  return page.next ? page : { ...page, next: await findEnd(db, asked) }
}

/** The ids of the newest with these letters, among as many as one page of a search looks through. */
async function findWords(db: Db, asked: SQL | undefined, words: string, limit: number): Promise<string[]> {
  const { id, name, body, createdAt } = comments
  const looked = db
    .select({ id, name, body, createdAt })
    .from(comments)
    .where(asked)
    .orderBy(...newestFirst)
    .limit(lookedThrough)
    .as('looked')
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const found = await db
    .select({ id: looked.id })
    .from(looked)
    .where(or(ilike(looked.name, pattern), ilike(looked.body, pattern)))
    .orderBy(desc(looked.createdAt), desc(looked.id))
    .limit(limit)
  return found.map(({ id }) => id)
}

/** The last that it looks through; null when there are fewer. */
async function findEnd(db: Db, asked: SQL | undefined): Promise<Cursor | null> {
  const [end] = await db
    .select({ id: comments.id, at: comments.createdAt })
    .from(comments)
    .where(asked)
    .orderBy(...newestFirst)
    .limit(1)
    .offset(lookedThrough - 1)
  return end ?? null
}

function toWords(search: string): string {
  return search.trim().slice(0, longestSearch)
}

/** How many comments each tab holds. Throws when the database does not answer. */
export async function countInbox(db = getDb()): Promise<Record<InboxPlace, number>> {
  const counts = { held: 0, published: 0, spam: 0, removed: 0, answered: 0 }
  const kept = db
    .select({ status: sql<InboxPlace>`${comments.status}::text`, count: sql<number>`count(*)::int` })
    .from(comments)
    .where(ne(comments.status, 'removed'))
    .groupBy(comments.status)
  // Apart, as this alone needs more than the index.
  const countIn = (place: InboxPlace) =>
    db
      .select({ status: sql<InboxPlace>`${place}::text`, count: sql<number>`count(*)::int` })
      .from(comments)
      .where(isIn(place))
  const all = await kept.unionAll(countIn('removed')).unionAll(countIn('answered'))
  for (const { status, count } of all) counts[status] = count
  return { ...counts, held: counts.held - counts.answered }
}

/**
 * How many comments each rule holds, by its name, the busiest first; a comment that two rules hold counts for both. What is
 * for the author alone counts as `forAuthorAlone`, too.
 * Throws when the database does not answer.
 */
export async function countReasons(
  status: InboxPlace = 'held',
  db = getDb(),
): Promise<{ reason: string; count: number }[]> {
  const count = sql<number>`count(*)::int`
  const reason = sql<string>`rule`
  return db
    .select({ reason, count })
    .from(comments)
    .crossJoin(sql`lateral (${rulesOf()}) as rules (rule)`)
    .where(isIn(status))
    .groupBy(reason)
    .orderBy(desc(count), reason)
}

/** That a comment is in this place, and if a reason is named, that it is among those of `rulesOf`. */
function isHeldBy(place: InboxPlace, reason: string | undefined): SQL | undefined {
  return and(isIn(place), reason === undefined ? undefined : sql`${reason} in (${rulesOf()})`)
}

/** What is in the bin is there until it is emptied for good. */
function isIn(place: InboxPlace): SQL | undefined {
  if (place === 'removed') return and(eq(comments.status, place), ne(comments.body, ''))
  if (place !== 'held' && place !== 'answered') return eq(comments.status, place)
  return and(eq(comments.status, 'held'), place === 'answered' ? isSettled : not(isSettled))
}

/**
 * The names of the rules that hold a comment, and of its being for the author alone. What a rule found may stand behind
 * its name: `links: 3`.
 */
function rulesOf(): SQL {
  const rules = sql`select split_part(reason, ': ', 1) from unnest(${comments.reasons}) as reason`
  return sql`${rules} union all select ${forAuthorAlone}::text where ${comments.forAuthor}`
}

/** The order of every list of the author's. */
export const newestFirst = [desc(comments.createdAt), desc(comments.id)]

/** Those that come after `after` in that order. */
export function isAfter(after: Cursor | null | undefined): SQL | undefined {
  if (!after) return undefined
  return sql`(${comments.createdAt}, ${comments.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
}

/** A page of the rows that were found, of which there is one more than asked for when another page follows. */
export function toPage(cases: Case[], limit: number): CasePage {
  const last = cases.length > limit ? cases[limit - 1] : undefined
  return {
    cases: cases.slice(0, limit),
    next: last ? { at: last.createdAt, id: last.id } : null,
  }
}
