import { and, eq, exists, gt, inArray, or, sql } from 'drizzle-orm'
import { commentStatuses } from '../lib/comments/comment'
import type { CommentFacts } from '../lib/comments/decide'
import { getDb, type Queries } from './client'
import { commentContacts, comments, people } from './schema'

export type FoundFacts = Pick<CommentFacts, 'writer' | 'sameWordsElsewhere' | 'recent'>

type Asked = {
  name: string
  body: string
  /** Null when no e-mail address was left: then only the browser can tell who the writer is. */
  emailHash: string | null
  /** Null when the browser keeps no secret. */
  writerHash: string | null
  /** Null when the network address is not believed: then `recent` counts by the other two. */
  addressHash: string | null
}

/**
 * What the rows say about a comment that is not stored yet, in one query: who the writer is, whether the same words
 * came within 24 hours, wherever and from whom, and how many comments of the writer came within `minutes`. Never says
 * that the writer is the author, which only a session can. Throws when the database does not answer.
 */
export async function findFacts(
  { name, body, emailHash, writerHash, addressHash }: Asked,
  minutes: number,
  db: Queries = getDb(),
): Promise<FoundFacts> {
  const contactOf = eq(commentContacts.commentId, comments.id)
  // What is null equals nothing.
  const isWriter = or(
    sql`${commentContacts.emailHash} = ${emailHash}`,
    sql`${commentContacts.writerHash} = ${writerHash}`,
  )
  const published = db
    .select({ found: sql`1` })
    .from(commentContacts)
    .innerJoin(comments, contactOf)
    .where(and(isWriter, eq(comments.status, 'published'), sql`lower(${comments.name}) = lower(${name})`))
  const sameWords = db
    .select({ found: sql`1` })
    .from(comments)
    .where(and(eq(comments.body, body), gt(comments.createdAt, sql`now() - interval '24 hours'`)))
  const recent = db
    .select({ count: sql`count(*)::int` })
    .from(comments)
    .innerJoin(commentContacts, contactOf)
    .where(
      and(
        // All there are: the index begins with the status.
        inArray(comments.status, [...commentStatuses]),
        gt(comments.createdAt, sql`now() - make_interval(mins => ${minutes})`),
        or(isWriter, sql`${commentContacts.addressHash} = ${addressHash}`),
      ),
    )
  const [row] = await db
    .select({
      standing: people.standing,
      isKnown: sql<boolean>`${exists(published)}`,
      sameWordsElsewhere: sql<boolean>`${exists(sameWords)}`,
      recent: sql<number>`(${recent})`,
    })
    .from(sql`(select 1) as asked`)
    .leftJoin(people, sql`${people.key} in (${emailHash}, ${writerHash})`)
  if (!row) throw new Error('The question itself was not answered.')
  const { standing, isKnown, sameWordsElsewhere } = row
  return { writer: standing ?? (isKnown ? 'known' : 'new'), sameWordsElsewhere, recent: row.recent }
}
