import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Regular } from '../lib/comments/regular'
import { getDb } from './client'
import { keepLastGood } from './keep-last-good'
import { commentContacts, comments, guests, people } from './schema'

/** So many published comments make a regular. */
export const fewestComments = 3

/** A page, not a register: those who said something last. */
const most = 200

/**
 * Who asked to be named among the regulars, from their own inbox, and is one: three comments or more of
 * theirs are published, and the author has not blocked them. Whoever said something last stands first. While the
 * database does not answer it is what this process read last; throws when that is nothing.
 */
export async function listRegulars(db = getDb()): Promise<Regular[]> {
  return keepLastGood('regulars', () =>
    db
      .select({
        name: newest<string>(comments.name),
        swatch: newest<string>(comments.swatch),
        website: newest<string | null>(comments.website, isNotNull(comments.website)),
        latestPost: newest<Regular['latestPost']>(comments.latestPost, isLinked),
        comments: sql<number>`count(*)::int`,
        lastAt: lastAt.mapWith(comments.publishedAt),
        isTrusted: sql<boolean>`coalesce(max(${people.standing}) = 'trusted', false)`,
      })
      .from(guests)
      .innerJoin(commentContacts, eq(commentContacts.emailHash, guests.key))
      .innerJoin(comments, eq(comments.id, commentContacts.commentId))
      .leftJoin(people, eq(people.key, guests.key))
      .where(and(isNotNull(guests.listedAt), eq(comments.status, 'published'), eq(comments.byAuthor, false)))
      .groupBy(guests.key)
      .having(sql`count(*) >= ${fewestComments} and coalesce(max(${people.standing}) <> 'blocked', true)`)
      .orderBy(desc(lastAt), desc(guests.key))
      .limit(most),
  )
}

/** One whose page is gone, or has become something else, is no reason to go there. */
const isLinked = sql`(${comments.latestPost} ->> 'url' is not null and ${comments.latestPost} ->> 'nowCalled' is null)`

const lastAt = sql<Date>`max(${comments.publishedAt})`

/** A column of the comment that was published last, of those for which `which` holds; null when there is none. */
function newest<Value>(
  column: (typeof comments)['name' | 'swatch' | 'website' | 'latestPost'],
  which = sql`true`,
) {
  return sql<Value>`(array_agg(${column} order by ${comments.publishedAt} desc, ${comments.id} desc) filter (where ${which}))[1]`
}
