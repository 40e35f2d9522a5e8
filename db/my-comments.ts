import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Cursor } from '../lib/comments/cursor'
import { getDb } from './client'
import { isOwnedBy, type OwnComment, selectAsOwner, shownAt } from './own-comments'
import { commentContacts, comments, follows, guests } from './schema'

export type MyPage = {
  /** Newest first, by the time each shows. */
  comments: OwnComment[]
  /** Where the next page begins; null after the last. */
  next: Cursor | null
}

/**
 * What was written under a guest's address, on all posts, but for what was removed and what the author wrote. Throws
 * when the database does not answer.
 */
export async function listMyComments(
  guestKey: string,
  { after, limit = 50 }: { after?: Cursor | null; limit?: number } = {},
  db = getDb(),
): Promise<MyPage> {
  const rows = await selectAsOwner(db)
    .where(
      and(
        isOwnedBy({ guestKey }),
        ne(comments.status, 'removed'),
        after
          ? sql`(${shownAt}, ${comments.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(shownAt), desc(comments.id))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { comments: shown, next: last ? { at: last.shownAt, id: last.id } : null }
}

/** One comment of theirs, also when it was removed; null when it is nobody's or another's. `id` is a UUID. Throws when the database does not answer. */
export async function findMyComment(guestKey: string, id: string, db = getDb()): Promise<OwnComment | null> {
  const [own] = await selectAsOwner(db).where(and(eq(comments.id, id), isOwnedBy({ guestKey })))
  return own ?? null
}

/** How many of them are published. Throws when the database does not answer. */
export async function countMyPublished(guestKey: string, db = getDb()): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(comments)
    .innerJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .where(and(isOwnedBy({ guestKey }), eq(comments.status, 'published')))
  return row?.count ?? 0
}

/** What a guest gets letters about. */
export type MyFollow = {
  id: string
  postId: string
  /** The comment of theirs whose replies they want; null: everything said on the post, or a comment without a number. */
  number: number | null
  /** True when it is replies to a comment of theirs alone. */
  isOfComment: boolean
  /** How that comment begins; null where there is none, or when its text was emptied for good. */
  excerpt: string | null
}

/** Which letters a guest still gets, newest first. Throws when the database does not answer. */
export async function listMyFollows(guestKey: string, db = getDb()): Promise<MyFollow[]> {
  return db
    .select({
      id: follows.id,
      postId: follows.postId,
      number: comments.number,
      isOfComment: sql<boolean>`${follows.commentId} is not null`,
      excerpt: sql<string | null>`nullif(left(${comments.body}, 280), '')`,
    })
    .from(follows)
    .leftJoin(comments, eq(comments.id, follows.commentId))
    .where(and(eq(follows.guestKey, guestKey), isNull(follows.stoppedAt)))
    .orderBy(sql`${follows.createdAt} desc, ${follows.id} desc`)
    .limit(500)
}

/** Puts a guest among the regulars as soon as they are one, or takes them off. Throws when the database does not answer. */
export async function setListed(guestKey: string, isListed: boolean, db = getDb()): Promise<void> {
  await db
    .update(guests)
    .set({ listedAt: isListed ? sql`coalesce(${guests.listedAt}, now())` : null })
    .where(eq(guests.key, guestKey))
}
