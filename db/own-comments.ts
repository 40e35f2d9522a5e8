import { and, asc, eq, gt, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type CommentStatus, editMinutes } from '../lib/comments/comment'
import { type Db, getDb } from './client'
import { commentContacts, comments } from './schema'

/** A comment as its writer may see it. Never the e-mail address, nor by which rules it waits. */
export type OwnComment = {
  id: string
  postId: string
  /** Null until it was published. */
  number: number | null
  /** The number of the comment it answers; null at the top of a thread. */
  parentNumber: number | null
  status: CommentStatus
  name: string
  website: string | null
  swatch: string
  byAuthor: boolean
  forAuthor: boolean
  /** As typed. */
  body: string
  /** The time it goes by: when it was published, as all others read it; when it was written, while they do not. */
  shownAt: Date
  editedAt: Date | null
  /** How long it may still be changed, in whole seconds by the clock of the database; 0 when no more. */
  secondsLeft: number
}

/**
 * Who asks for a comment as its writer: a browser, by the hash of its secret; or a guest who has proved that the
 * address it was written with is theirs, by the hash of that.
 */
export type Owner = { writerHash: string } | { guestKey: string }

/** Which comment, and whose. */
export type OwnKey = { postId: string; id: string } & Owner

/** More than anybody writes on one post; a script that does is shown its first. */
const most = 100

const parents = alias(comments, 'parents')

/** True while a comment may be changed. The time of the statement: that of a transaction stands still while it waits. */
export const isChangeable = gt(
  comments.createdAt,
  sql`statement_timestamp() - make_interval(mins => ${editMinutes})`,
)

/** `shownAt` of the rows. */
export const shownAt =
  sql<Date>`case when ${comments.status} = 'published' then ${comments.publishedAt} else ${comments.createdAt} end`.mapWith(
    comments.createdAt,
  )

/** The comments of this owner. What the author wrote is no guest's: it is changed in the studio. */
export function isOwnedBy(owner: Owner): SQL | undefined {
  return 'writerHash' in owner
    ? eq(commentContacts.writerHash, owner.writerHash)
    : and(eq(commentContacts.emailHash, owner.guestKey), eq(comments.byAuthor, false))
}

/**
 * What a browser wrote under a post and others cannot see, or that it may still change, oldest first. Nothing
 * that was removed. Throws when the database does not answer.
 */
export async function listMine(postId: string, writerHash: string, db = getDb()): Promise<OwnComment[]> {
  return selectOwn(
    db,
    and(
      eq(comments.postId, postId),
      eq(commentContacts.writerHash, writerHash),
      ne(comments.status, 'removed'),
      or(ne(comments.status, 'published'), isChangeable),
    ),
  )
}

/** One comment of this owner under this post, whatever became of it; null when there is none. Throws when the database does not answer. */
export async function findOwn(key: OwnKey, db = getDb()): Promise<OwnComment | null> {
  const [own] = await selectOwn(
    db,
    and(eq(comments.postId, key.postId), eq(comments.id, key.id), isOwnedBy(key)),
  )
  return own ?? null
}

/** What the rules want to know of a comment: how its writer is known, and why it waits. */
export type OwnForRules = {
  email: string | null
  emailHash: string | null
  writerHash: string | null
  reasons: string[]
}

/** Null when this owner has no such comment. Never for readers, as `findOwn` is. Throws when the database does not answer. */
export async function findOwnForRules(key: OwnKey, db = getDb()): Promise<OwnForRules | null> {
  const [row] = await db
    .select({
      email: commentContacts.email,
      emailHash: commentContacts.emailHash,
      writerHash: commentContacts.writerHash,
      reasons: comments.reasons,
    })
    .from(comments)
    .innerJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .where(and(eq(comments.id, key.id), isOwnedBy(key)))
  return row ?? null
}

function selectOwn(db: Db, which: SQL | undefined): Promise<OwnComment[]> {
  return selectAsOwner(db).where(which).orderBy(asc(comments.createdAt), asc(comments.id)).limit(most)
}

/** The start of every query whose answer the writer of a comment sees; the caller adds which comments, and in what order. */
export function selectAsOwner(db: Db) {
  return db
    .select({
      id: comments.id,
      postId: comments.postId,
      number: comments.number,
      parentNumber: parents.number,
      status: comments.status,
      name: comments.name,
      website: comments.website,
      swatch: comments.swatch,
      byAuthor: comments.byAuthor,
      forAuthor: comments.forAuthor,
      body: comments.body,
      shownAt,
      editedAt: comments.editedAt,
      secondsLeft: sql<number>`greatest(0, ceil(extract(epoch from ${comments.createdAt} - statement_timestamp()) + ${editMinutes * 60}))::int`,
    })
    .from(comments)
    .innerJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .leftJoin(parents, eq(parents.id, comments.parentId))
}
