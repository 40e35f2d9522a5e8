import { createHmac } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import type { LatestPost } from '../../lib/comments/comment'
import type { Blog } from '../../lib/latest/list-posts'
import { latestPostKind } from '../add-latest-post-job'
import { insertBlogRead } from '../blog-reads'
import type { Db } from '../client'
import { lookKind } from '../plan-look'
import { blogReads, comments, outbox, rateLimits, storedNow } from '../schema'
import { findOrMakeSecret } from '../secrets'

/** As if no comment had ever asked for its writer's latest post. */
export async function forgetLatestPosts(db: Db): Promise<void> {
  await db.delete(outbox)
  await db.delete(blogReads)
  await forgetVisits(db)
}

/** As if the hour were over in which nobody is visited again. */
export async function forgetVisits(db: Db): Promise<void> {
  await db.delete(rateLimits)
}

/** As if all that is to be tried again were due. */
export async function makeDue(db: Db): Promise<void> {
  await db.update(outbox).set({ dueAt: storedNow }).where(eq(outbox.kind, latestPostKind))
}

/** As if it were time to look again at every latest post there is. */
export async function makeLooksDue(db: Db): Promise<void> {
  await db.update(outbox).set({ dueAt: storedNow }).where(eq(outbox.kind, lookKind))
}

export async function forgetWebsite(db: Db, id: string): Promise<void> {
  await db.update(comments).set({ website: null }).where(eq(comments.id, id))
}

/** What stands under each of these comments. */
export async function listLatestPosts(db: Db, ids: string[]): Promise<(LatestPost | null)[]> {
  const rows = await db
    .select({ id: comments.id, latestPost: comments.latestPost })
    .from(comments)
    .where(inArray(comments.id, ids))
  return ids.map((id) => rows.find((row) => row.id === id)?.latestPost ?? null)
}

/** As if this blog had just been read. */
export async function keepBlog(db: Db, website: string, blog: Blog): Promise<void> {
  const key = createHmac('sha256', await findOrMakeSecret('people', db))
    .update(`blog:${website}`)
    .digest('hex')
  await insertBlogRead(key, blog, db)
}
