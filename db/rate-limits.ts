import { and, asc, inArray, lt, ne, sql } from 'drizzle-orm'
import type { RateLimit } from '../lib/site'
import { getDb, type Queries } from './client'
import { rateLimits } from './schema'

/**
 * Counts one more event in `bucket` and tells whether it is within the limit: at most `limit.count` in any
 * `limit.minutes`, whichever process asks and however many at once. One that is refused is not counted.
 * Throws when the database does not answer.
 */
export async function countAgainst(
  bucket: string,
  limit: RateLimit,
  db: Queries = getDb(),
): Promise<boolean> {
  const window = sql`make_interval(mins => ${limit.minutes})`
  // Names the columns of the row that is there, as `excluded` is the one that was meant to be.
  const recent = sql`array(select at from unnest(${rateLimits.times}) as at where at > now() - ${window})`
  const stale = db
    .select({ bucket: rateLimits.bucket })
    .from(rateLimits)
    .where(and(lt(rateLimits.expiresAt, sql`now()`), ne(rateLimits.bucket, bucket)))
    .orderBy(asc(rateLimits.expiresAt))
    .limit(20)
    .for('update', { skipLocked: true })
  const removed = db
    .$with('removed')
    .as(
      db.delete(rateLimits).where(inArray(rateLimits.bucket, stale)).returning({ bucket: rateLimits.bucket }),
    )
  const counted = await db
    .with(removed)
    .insert(rateLimits)
    .values({ bucket, times: sql`array[now()]`, expiresAt: sql`now() + ${window}` })
    .onConflictDoUpdate({
      target: rateLimits.bucket,
      set: { times: sql`${recent} || now()`, expiresAt: sql`excluded.expires_at` },
      setWhere: sql`cardinality(${recent}) < ${limit.count}`,
    })
    .returning({ bucket: rateLimits.bucket })
  return counted.length > 0
}

/** What is counted against a network address, by its hash: comments, ways asked for to one's own, and looks at a website. */
export function bucketsOfAddress(addressHash: string) {
  return {
    comments: `address ${addressHash}`,
    ways: `ways asked for by ${addressHash}`,
    offers: `offers to ${addressHash}`,
  }
}

/** Where the changes of one comment are counted. */
export function bucketOfEdits(id: string): string {
  return `edits of ${id}`
}

/** Forgets what was counted in these buckets. Throws when the database does not answer. */
export async function forgetCounts(buckets: string[], db = getDb()): Promise<void> {
  await db.delete(rateLimits).where(inArray(rateLimits.bucket, buckets))
}
