import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { PublicComment } from '../lib/comments/comment'
import { commentsPerPage, countPages, layOutPages, suffixOf } from '../lib/comments/pages'
import { type Db, getDb } from './client'
import { describeError } from './describe-error'
import { findTrusted, type Row, selectPublic, toPublic } from './public-comment'
import { type Places, readPlaces } from './read-places'
import { comments } from './schema'

export type CommentPage = {
  /** In reading order; tombstones are among them. */
  comments: PublicComment[]
  /** How many comments of the post are published; of one thread, how many places it has, tombstones included. */
  total: number
  /** How many pages there are; at least 1. */
  pages: number
  /** The threads too long for this page: how many of their places it shows, and how many there are. */
  cut: { rootNumber: number; shown: number; total: number }[]
  /** How many of `total` stand on this page and those before it. */
  shown: number
  /** How many published comments the long threads of those pages show on pages of their own alone. */
  elsewhere: number
}

/** A part of one thread, in reading order; `total` is how many places all of it has. */
export type ThreadPart = { comments: PublicComment[]; total: number }

/** Page `page`, counted from 1, in the order of the threads; null when there is no such page. */
export async function listPage(postId: string, page: number, db = getDb()): Promise<CommentPage | null> {
  const laidOut = layOut(await readPlaces(db, postId), page)
  if (!laidOut) return null
  const { numbers, ...around } = laidOut
  return { comments: await listByNumber(db, postId, numbers), ...around }
}

/** What page `page` is but for the comments themselves, and the numbers of those; null when there is no such page. */
export function layOut(
  { threads, removed, total }: Places,
  page: number,
): (Omit<CommentPage, 'comments'> & { numbers: number[] }) | null {
  const pages = layOutPages(threads)
  const excerpts = pages[page - 1]
  if (!excerpts) return null
  const countLeft = (numbers: number[]) => numbers.filter((number) => !removed.has(number)).length
  const untilHere = pages.slice(0, page).flat()
  const begun = new Set(untilHere.map(({ rootNumber }) => rootNumber))
  const shown = countLeft(untilHere.flatMap(({ numbers }) => numbers))
  return {
    numbers: excerpts.flatMap(({ numbers }) => numbers),
    total,
    pages: pages.length,
    cut: excerpts
      .filter(({ numbers, total }) => numbers.length < total)
      .map(({ rootNumber, numbers, total }) => ({ rootNumber, shown: numbers.length, total })),
    shown,
    elsewhere:
      countLeft(threads.flatMap(({ rootNumber, numbers }) => (begun.has(rootNumber) ? numbers : []))) - shown,
  }
}

/** Page `page` of the published comments alone, newest first; null when there is no such page. */
export async function listNewestPage(
  postId: string,
  page: number,
  db = getDb(),
): Promise<CommentPage | null> {
  const total = await countPublished(postId, db)
  const pages = countPages(total)
  if (!isPage(page, pages)) return null
  const rows = await selectPublic(db)
    .where(and(eq(comments.postId, postId), eq(comments.status, 'published')))
    .orderBy(desc(comments.number))
    .limit(commentsPerPage)
    .offset((page - 1) * commentsPerPage)
  const trusted = await findTrusted(db, rows)
  return {
    comments: rows.flatMap((row) => toPublic(row, trusted) ?? []),
    total,
    pages,
    cut: [],
    shown: Math.min(page * commentsPerPage, total),
    elsewhere: 0,
  }
}

/** Page `page` of the thread that comment `rootNumber` began; null when there is no such thread or page. */
export async function listThread(
  postId: string,
  rootNumber: number,
  page: number,
  db = getDb(),
): Promise<CommentPage | null> {
  if (!Number.isInteger(page)) return null
  const part = await listThreadFrom(postId, rootNumber, (page - 1) * commentsPerPage, db)
  if (!part) return null
  const shown = Math.min(page * commentsPerPage, part.total)
  return { ...part, pages: countPages(part.total), cut: [], shown, elsewhere: 0 }
}

/** As much of a thread as fills a page, after its first `from` places; null when there is no such thread or nothing after them. */
export async function listThreadFrom(
  postId: string,
  rootNumber: number,
  from: number,
  db = getDb(),
): Promise<ThreadPart | null> {
  const { threads } = await readPlaces(db, postId)
  const thread = threads.find((thread) => thread.rootNumber === rootNumber)
  if (!thread || !(from in thread.numbers)) return null
  const numbers = thread.numbers.slice(from, from + commentsPerPage)
  return { comments: await listByNumber(db, postId, numbers), total: thread.numbers.length }
}

/** The published comment of this number; null when no reader can see what it says. */
export async function findComment(
  postId: string,
  number: number,
  db = getDb(),
): Promise<PublicComment | null> {
  const [comment] = await listByNumber(db, postId, [number])
  return comment && !comment.removed ? comment : null
}

/**
 * The end of the address of the page where comment `number` of a post stands: `''` for the post itself,
 * `/comments/2`, `/comments/thread/7/2`; null when no reader can see it.
 */
export async function findPageOf(postId: string, number: number, db = getDb()): Promise<string | null> {
  return suffixOf((await readPlaces(db, postId)).threads, number)
}

/**
 * How many comments are published, by post id; posts without any are left out. All posts when none are named.
 * Empty when the database does not answer: a list never fails for want of a count.
 */
export async function countByPost(postIds?: string[], db = getDb()): Promise<Map<string, number>> {
  return orEmpty(new Map(), async () => {
    const rows = await db
      .select({ postId: comments.postId, count: sql<number>`count(*)::int` })
      .from(comments)
      .where(and(eq(comments.status, 'published'), postIds && inArray(comments.postId, postIds)))
      .groupBy(comments.postId)
    return new Map(rows.map(({ postId, count }) => [postId, count]))
  })
}

/** The comments of all posts that were published last, newest first; empty when the database does not answer. */
export async function listLatest(
  limit: number,
  db = getDb(),
): Promise<(PublicComment & { postId: string })[]> {
  return orEmpty([], () => listLastPublished(limit, null, db))
}

/** As `listLatest`, of one post where its id is given; throws when the database does not answer. */
export async function listLastPublished(
  limit: number,
  postId: string | null,
  db = getDb(),
): Promise<(PublicComment & { postId: string })[]> {
  const rows = await selectPublic(db)
    .where(and(eq(comments.status, 'published'), postId === null ? undefined : eq(comments.postId, postId)))
    .orderBy(desc(comments.publishedAt), desc(comments.id))
    .limit(limit)
  const trusted = await findTrusted(db, rows)
  return rows.flatMap((row) => {
    const comment = toPublic(row, trusted)
    return comment ? [{ ...comment, postId: row.postId }] : []
  })
}

function isPage(page: number, pages: number): boolean {
  return Number.isInteger(page) && page >= 1 && page <= pages
}

/** The comments of these numbers, in their order; those among `known` are not read again. One that went away in between is left out. */
export async function listByNumber(
  db: Db,
  postId: string,
  numbers: number[],
  known: Row[] = [],
): Promise<PublicComment[]> {
  const read = new Set(known.map((row) => row.number))
  const missing = numbers.filter((number) => !read.has(number))
  const rows = missing.length === 0 ? known : [...known, ...(await readRows(db, postId, missing))]
  const trusted = await findTrusted(db, rows)
  const byNumber = new Map(rows.map((row) => [row.number, toPublic(row, trusted)]))
  return numbers.map((number) => byNumber.get(number) ?? null).filter((comment) => comment !== null)
}

function readRows(db: Db, postId: string, numbers: number[]): Promise<Row[]> {
  return selectPublic(db).where(and(eq(comments.postId, postId), inArray(comments.number, numbers)))
}

async function countPublished(postId: string, db: Db): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(comments)
    .where(and(eq(comments.postId, postId), eq(comments.status, 'published')))
  return row?.count ?? 0
}

async function orEmpty<T>(empty: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    console.error(`A list goes without its comments: ${describeError(error)}`)
    return empty
  }
}
