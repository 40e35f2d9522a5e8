import { and, asc, eq, gt, inArray, lte, ne, or, sql } from 'drizzle-orm'
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
 * Forgets what was read of these websites, under whichever address it was asked for: whatever has a post on their hosts.
 * What was read of others stays, as no host is visited twice within an hour. So does, for the rest of its day, a failure, of
 * which nothing is kept but a hash, and a blog that somebody asked for and did not put under a comment: whose that is nobody
 * can tell. Throws when the database does not answer.
 */
export async function forgetBlogReads(websites: string[], db = getDb()): Promise<void> {
  const hosts = websites.flatMap((website) =>
    URL.canParse(website) ? [new URL(website).hostname.replace(/^www\./, '')] : [],
  )
  const found = sql`substring(post ->> 'url' from '^https?://([^/:?#]*)')`
  const isOn = (host: string) =>
    sql`(${found} = ${host} or right(${found}, ${host.length + 1}) = ${`.${host}`})`
  if (hosts.length === 0) return
  await db
    .delete(blogReads)
    .where(
      sql`exists (select from jsonb_array_elements(${blogReads.blog} -> 'posts') post where ${or(...hosts.map(isOn))})`,
    )
}

/** Forgets what is older than a day. Throws when the database does not answer. */
export async function forgetOldBlogReads(db: Db = getDb()): Promise<void> {
  await db.delete(blogReads).where(isOld)
}
