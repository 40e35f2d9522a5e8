import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { PublicComment } from '../lib/comments/comment'
import { commentsPerPage, suffixOf } from '../lib/comments/pages'
import { type Db, getDb } from './client'
import { type CommentPage, layOut, listByNumber } from './comments'
import { changeKept, findKept, keepLastGood, readInTime } from './keep-last-good'
import { selectPublicWith } from './public-comment'
import { addPlace, type Places, selectPlaces, toPlaces } from './read-places'
import { comments, conversations } from './schema'
import { writeOnce } from './write-once'

/** A first page with what it was made of, so that it can be made again with one more comment. */
type First = {
  page: CommentPage
  places: Places
  /** What `places` was read from. */
  all: string | null
  /** Of the conversation, as in `Seen`; null when nothing stood there. */
  version: string | null
}

/**
 * The first page of a post's comments; empty for a post without any. While the database does not answer it
 * is the page this process read last; throws when there is none.
 */
export async function listFirstPage(postId: string, db = getDb()): Promise<CommentPage> {
  const { page } = await keepLastGood(keyOf(postId), () => read(postId, db))
  return page
}

/**
 * As `listFirstPage`, for whoever has just written comment `number` there, and where that stands, as `findPageOf` says it:
 * null also when the page is one that was read before. What this process has kept is read again only if it lacks the
 * comment.
 */
export async function listFirstPageWith(
  postId: string,
  number: number,
  db = getDb(),
): Promise<{ page: CommentPage; suffix: string | null }> {
  const kept = findKept<First>(keyOf(postId))
  const suffix = kept && suffixOf(kept.places.threads, number)
  if (kept && suffix !== null) return { page: kept.page, suffix }
  const first = await keepLastGood(keyOf(postId), () => read(postId, db))
  return { page: first.page, suffix: suffixOf(first.places.threads, number) }
}

/** As `listFirstPage`, for a page that somebody waits for: while the database takes its time, too, what was read last. */
export async function listFirstPageInTime(postId: string, db = getDb()): Promise<CommentPage> {
  const { page } = await readInTime(keyOf(postId), () => read(postId, db))
  return page
}

/**
 * Notes on what this process has kept of a conversation what was just written to it, between its versions `before` and
 * `after` and nothing else: a comment, or null for what no reader sees. So nobody reads fifty comments anew for every one
 * that is posted. What was kept of another version stays as it is, and lacks the comment.
 */
export function addToFirstPage(
  postId: string,
  before: string | null,
  after: string,
  comment: PublicComment | null,
): void {
  changeKept<First>(keyOf(postId), (kept) => {
    if (kept.version === null || kept.version !== before) return null
    if (comment === null) return { ...kept, version: after }
    const { all, places } = addPlace(kept, comment)
    const page = withComment(kept.page, places, comment)
    return page && { page, places, all, version: after }
  })
}

/** Null when there is a comment to show that is not known. */
function withComment(page: CommentPage, places: Places, comment: PublicComment): CommentPage | null {
  const { numbers, ...around } = layOutFirst(places)
  const parent = page.comments.find(({ number }) => number === comment.parentNumber)
  const known = new Map(page.comments.map((each) => [each.number, each]))
  known.set(comment.number, { ...comment, parentName: parent && !parent.removed ? parent.name : null })
  const shown = numbers.flatMap((number) => known.get(number) ?? [])
  return shown.length < numbers.length ? null : { comments: shown, ...around }
}

const keyOf = (postId: string) => `comments of ${postId}`

async function read(postId: string, db: Db): Promise<First> {
  const rows = await readFirstRows(db, { postId })
  const { all = null, version = null } = rows[0] ?? {}
  const places = toPlaces(all)
  const { numbers, ...around } = layOutFirst(places)
  return {
    page: { comments: await listByNumber(db, postId, numbers, rows), ...around },
    places,
    all,
    version,
  }
}

function layOutFirst(places: Places): NonNullable<ReturnType<typeof layOut>> {
  const laidOut = layOut(places, 1)
  if (!laidOut) throw new Error('There is always a first page.')
  return laidOut
}

/** Those with the lowest numbers, which stand on the first page as a rule; with the first of them, all places. */
const readFirstRows = writeOnce<{ postId: string }>()((db, given) => {
  const isFirst = sql`row_number() over (order by ${comments.number}) = 1`
  return selectPublicWith(db, {
    all: sql<string | null>`case when ${isFirst} then ${selectPlaces(db, given('postId'))} end`,
    version: sql<string | null>`case when ${isFirst} then (
      select ${conversations}.xmin::text from ${conversations} where ${conversations.postId} = ${given('postId')}) end`,
  })
    .where(and(eq(comments.postId, given('postId')), isNotNull(comments.number)))
    .orderBy(comments.number)
    .limit(commentsPerPage)
})
