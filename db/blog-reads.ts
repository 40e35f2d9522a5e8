import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Blog } from '../lib/latest/list-posts'
import { type Db, getDb } from './client'
import { blogReads } from './schema'

const aDayAgo = sql`now() - interval '1 day'`
const isOld = lte(blogReads.readAt, aDayAgo)

/**
 * What was read of a blog within the last day, under a hash of its address: its posts, or null when it could not be
 * read. Undefined when nobody asked. Throws when the database does not answer.
 */
export async function findBlogRead(key: string, db = getDb()): Promise<Blog | null | undefined> {
  const [read] = await db
    .select({ blog: blogReads.blog })
    .from(blogReads)
    .where(and(eq(blogReads.key, key), gt(blogReads.readAt, aDayAgo)))
  return read?.blog
}

/** Keeps for a day what was read of a blog, and forgets some of what is older. Throws when the database does not answer. */
export async function insertBlogRead(key: string, blog: Blog | null, db = getDb()): Promise<void> {
  const old = db
    .select({ key: blogReads.key })
    .from(blogReads)
    .where(and(isOld, ne(blogReads.key, key)))
    .orderBy(asc(blogReads.readAt))
    .limit(20)
    .for('update', { skipLocked: true })
  const removed = db
    .$with('removed')
    .as(db.delete(blogReads).where(inArray(blogReads.key, old)).returning({ key: blogReads.key }))
  await db
    .with(removed)
    .insert(blogReads)
    .values({ key, blog })
    .onConflictDoUpdate({ target: blogReads.key, set: { blog, readAt: sql`now()` } })
}

/**
 * Forgets what was read on the hosts of these websites, under whichever address it was asked for, and what could not be
 * read of anybody: whose that was only the hash of an address tells. The rest stays, as no host is visited twice within an
 * hour. Throws when the database does not answer.
 */
export async function forgetBlogReads(websites: string[], db = getDb()): Promise<void> {
  const isOn = (website: string) =>
    sql`strpos(${blogReads.blog}::text, ${new URL(website).hostname.replace(/^www\./, '')}) > 0`
  if (websites.length > 0) await db.delete(blogReads).where(or(isNull(blogReads.blog), ...websites.map(isOn)))
}

/** Forgets what is older than a day. Throws when the database does not answer. */
export async function forgetOldBlogReads(db: Db = getDb()): Promise<void> {
  await db.delete(blogReads).where(isOld)
}
