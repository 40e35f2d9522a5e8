import { and, asc, eq, not, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { personKey } from './case-columns'
import { getDb } from './client'
import { commentContacts, comments } from './schema'

/** A published comment that the author has not answered. */
export type StillWaiting = {
  id: string
  postId: string
  number: number
  name: string
  body: string
  publishedAt: Date
  /** It asks something, or it is the first of its writer; one that is both asks. */
  why: 'question' | 'first'
}

/** Who has waited for longer has given up, and what was brought along from an older blog would fill the list for good. */
const since = sql`now() - interval '1 year'`

const replies = alias(comments, 'replies')
const above = alias(comments, 'above')
const others = alias(comments, 'others')
const otherContacts = alias(commentContacts, 'other_contacts')

/**
 * What nobody has answered, the longest wait first, `limit` at most: published comments of the last year with a
 * question in them, and first comments of people who can be known again, with no published reply of the author
 * anywhere below them. Throws when the database does not answer.
 */
export async function listStillWaiting(limit = 20, db = getDb()): Promise<StillWaiting[]> {
  return db
    .select({
      id: comments.id,
      postId: comments.postId,
      number: sql<number>`${comments.number}`,
      name: comments.name,
      body: comments.body,
      publishedAt: sql<Date>`${comments.publishedAt}`.mapWith(comments.publishedAt),
      why: sql<StillWaiting['why']>`case when ${asks()} then 'question' else 'first' end`,
    })
    .from(comments)
    .leftJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .where(
      and(
        eq(comments.status, 'published'),
        sql`${comments.publishedAt} > ${since}`,
        not(comments.byAuthor),
        sql`${comments.id} not in (${answered()})`,
        or(asks(), isFirst()),
      ),
    )
    .orderBy(asc(comments.publishedAt), asc(comments.id))
    .limit(limit)
}

/**
 * A question mark of any script at the end of a word, but not in an address, nor in a line that quotes somebody. Most
 * texts hold none at all, which is seen a hundred times faster.
 */
function asks(): SQL {
  return sql`(${comments.body} like any (array['%?%', '%？%', '%؟%'])
    and ${comments.body} ~ '(?n)^(?!\\s*>).*([？؟]|[?][?!"”’»)*_]*(\\s|$))')`
}

/** Every comment that some reply of the author stands below, found from the replies upwards. */
function answered(): SQL {
  return sql`
    with recursive answered (id) as (
      select ${replies.parentId} from ${comments} as replies
      where ${replies.byAuthor} and ${replies.status} = 'published' and ${replies.publishedAt} > ${since}
        and ${replies.parentId} is not null
      union
      select ${above.parentId} from ${comments} as above join answered on ${above.id} = answered.id
      where ${above.parentId} is not null
    )
    select id from answered`
}

/** Nothing older of the same person is published. */
function isFirst(): SQL {
  return sql`(${personKey} is not null and not exists (
    select from ${commentContacts} as other_contacts join ${comments} as others on ${others.id} = ${otherContacts.commentId}
    where (${otherContacts.emailHash} = ${personKey}
        or (${otherContacts.emailHash} is null and ${otherContacts.writerHash} = ${personKey}))
      and ${others.status} = 'published'
      and (${others.createdAt}, ${others.id}) < (${comments.createdAt}, ${comments.id})
  ))`
}
