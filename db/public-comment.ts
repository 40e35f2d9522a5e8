import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { LatestPost, PublicComment } from '../lib/comments/comment'
import type { Queries } from './client'
import { countsFrom } from './counts-from'
import { commentContacts, comments, decisions, people } from './schema'

const parents = alias(comments, 'parents')

/** Whose the last edit was that stands: the few comments that were edited are looked up one by one. */
export const isEditedByAuthor = sql<boolean>`case when ${comments.editedAt} is null then false else coalesce((
  select ${decisions.by} = 'author' from ${decisions} where ${decisions.commentId} = ${comments.id}
  and ${decisions.verb} = 'edit' and ${decisions.undoneAt} is null
  order by ${decisions.id} desc limit 1), false) end`

/** What readers may know of a comment, and its id. */
const publicColumns = {
  id: comments.id,
  postId: comments.postId,
  number: comments.number,
  parentNumber: parents.number,
  parentName: sql<string | null>`case when ${parents.status} = 'published' then ${parents.name} end`,
  status: comments.status,
  name: comments.name,
  website: comments.website,
  swatch: comments.swatch,
  byAuthor: comments.byAuthor,
  body: comments.body,
  latestPost: comments.latestPost,
  anchor: comments.anchor,
  publishedAt: comments.publishedAt,
  editedAt: comments.editedAt,
  editedByAuthor: isEditedByAuthor,
}

/**
 * The start of every query whose answer readers see: its columns are all they may know but for the id, and `toPublic` must
 * follow. The caller adds which comments, and in what order.
 */
export function selectPublic(queries: Queries) {
  return queries.select(publicColumns).from(comments).leftJoin(parents, eq(parents.id, comments.parentId))
}

/** As `selectPublic`, with what else a query finds in the same read. */
export function selectPublicWith<Also extends Record<string, SQL>>(queries: Queries, also: Also) {
  return queries
    .select({ ...publicColumns, ...also })
    .from(comments)
    .leftJoin(parents, eq(parents.id, comments.parentId))
}

export type Row = Awaited<ReturnType<typeof selectPublic>>[number]

/**
 * What readers may see of a row, with what `findTrusted` found. Of one that is not published any more only its number,
 * place and times are left, and whether it waits. Null for one that never was.
 */
export function toPublic(row: Row, trusted: Set<string>): PublicComment | null {
  const { number, parentNumber, publishedAt } = row
  if (number === null || publishedAt === null) return null
  if (row.status !== 'published')
    return { ...nothing, number, parentNumber, publishedAt, waits: row.status === 'held' }
  // Each by its name: fifty rows are read for every comment that is posted, and with `...` these took a tenth of all the memory it takes.
  return {
    number,
    parentNumber,
    parentName: row.parentName,
    name: row.name,
    website: row.website,
    swatch: row.swatch,
    byAuthor: row.byAuthor,
    isTrusted: trusted.has(row.id),
    body: row.body,
    latestPost: shownOf(row.latestPost),
    anchor: row.anchor,
    publishedAt,
    editedAt: row.editedAt,
    editedByAuthor: row.editedByAuthor,
    removed: false,
    waits: false,
  }
}

const nothing = {
  parentName: null,
  name: '',
  website: null,
  swatch: '',
  byAuthor: false,
  isTrusted: false,
  body: '',
  latestPost: null,
  anchor: null,
  editedAt: null,
  editedByAuthor: false,
  removed: true,
}

/**
 * The ids of those of these comments that were written by somebody whom the author trusts. Only those with a site are
 * looked up, as it is their links that tell; and in a query of its own, as in `selectPublic` it would be asked of every
 * row that an offset skips. Throws when the database does not answer.
 */
export async function findTrusted(queries: Queries, rows: Row[]): Promise<Set<string>> {
  const ids = rows.flatMap(({ id, website }) => (website === null ? [] : [id]))
  if (ids.length === 0) return new Set()
  const found = await queries
    .select({ id: commentContacts.commentId })
    .from(commentContacts)
    .innerJoin(people, sql`${people.key} in (${commentContacts.emailHash}, ${commentContacts.writerHash})`)
    .where(
      and(
        inArray(commentContacts.commentId, ids),
        eq(people.standing, 'trusted'),
        countsFrom(queries, sql`${commentContacts.writerHash}`),
      ),
    )
  return new Set(found.map(({ id }) => id))
}

/** One whose page has become another is the author's to look at. */
function shownOf(latestPost: LatestPost | null): LatestPost | null {
  if (!latestPost || latestPost.nowCalled !== undefined) return null
  const { blog, title, url } = latestPost
  return { blog, title, url }
}
