import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { LatestPost, PublicComment } from '../lib/comments/comment'
import type { Queries } from './client'
import { comments, decisions } from './schema'

const parents = alias(comments, 'parents')

/** Whose the last edit was that stands: the few comments that were edited are looked up one by one. */
export const isEditedByAuthor = sql<boolean>`case when ${comments.editedAt} is null then false else coalesce((
  select ${decisions.by} = 'author' from ${decisions} where ${decisions.commentId} = ${comments.id}
  and ${decisions.verb} = 'edit' and ${decisions.undoneAt} is null
  order by ${decisions.id} desc limit 1), false) end`

/**
 * The start of every query whose answer readers see: its columns are all they may know, and `toPublic` must
 * follow. The caller adds which comments, and in what order.
 */
export function selectPublic(queries: Queries) {
  return queries
    .select({
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
    })
    .from(comments)
    .leftJoin(parents, eq(parents.id, comments.parentId))
}

type Row = Awaited<ReturnType<typeof selectPublic>>[number]

/**
 * What readers may see of a row. Of one that is not published any more only its number, place and times are
 * left. Null for one that never was.
 */
export function toPublic({ status, postId, number, publishedAt, ...row }: Row): PublicComment | null {
  if (number === null || publishedAt === null) return null
  const place = { number, parentNumber: row.parentNumber, publishedAt }
  if (status === 'published') return { ...row, latestPost: shownOf(row.latestPost), ...place, removed: false }
  return {
    ...place,
    parentName: null,
    name: '',
    website: null,
    swatch: '',
    byAuthor: false,
    body: '',
    latestPost: null,
    anchor: null,
    editedAt: null,
    editedByAuthor: false,
    removed: true,
  }
}

/** One whose page has become another is the author's to look at. */
function shownOf(latestPost: LatestPost | null): LatestPost | null {
  return latestPost?.nowCalled === undefined ? latestPost : null
}
